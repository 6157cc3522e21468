// The only door to Go. Every other module asks `backend`; tests hand in their
// own.
import type {
  Advice,
  Answer,
  AnswerEvent,
  AnswerPage,
  BatchPage,
  Calendar,
  Card,
  Choices,
  Dossier,
  DraftEvent,
  Expired,
  ExportFormat,
  Failure,
  Figures,
  FilePreview,
  Foreseen,
  Found,
  Frames,
  Hit,
  ImportEvent,
  ImportHow,
  ImportReport,
  Many,
  MissingSheet,
  ModelEvent,
  ModelPage,
  NamedView,
  PackCard,
  Past,
  Period,
  Phrases,
  PreferenceName,
  Proof,
  QuarantinePage,
  QueuePage,
  QueueQuery,
  RejectReason,
  Reply,
  Retried,
  SaveRequest,
  Saved,
  SeriesBy,
  Setting,
  SheetAlert,
  ShownPrompt,
  Span,
  Status,
  TaskPage,
  Traces,
  WholeSheet,
  Wish,
  WriterName,
} from './types.ts';

/** What the window may ask of app.Desk. Every promise rejects with a Failure. */
export interface Calls {
  Status(): Promise<Status>;
  Queue(query: QueueQuery): Promise<QueuePage>;
  CountQueue(query: QueueQuery): Promise<Found>;
  Choices(): Promise<Choices>;
  Views(): Promise<NamedView[]>;
  SaveView(view: NamedView): Promise<void>;
  RemoveView(name: string): Promise<void>;
  CountMany(many: Many): Promise<number>;
  DoMany(many: Many): Promise<number>;
  UndoMany(): Promise<number>;
  Enqueue(ids: number[]): Promise<number>;
  Assign(id: number, name: string): Promise<number>;
  Snooze(id: number, until: string): Promise<void>;
  Twins(id: number): Promise<Card[]>;
  Past(id: number): Promise<Past[]>;
  Expired(): Promise<Expired>;
  Purge(): Promise<Proof>;
  FindPerson(words: string): Promise<Traces>;
  Erase(words: string, reason: string): Promise<Proof>;
  Proofs(): Promise<Proof[]>;
  Highlight(id: number, search: string): Promise<Span[]>;
  Open(id: Card['id']): Promise<Dossier>;
  Draft(id: number, writer: WriterName, wish: Wish): Promise<string>;
  Stop(id: number): Promise<void>;
  Save(request: SaveRequest): Promise<Saved>;
  Prefer(id: number, version: number, reply: number): Promise<number>;
  Reject(id: number, reply: number, reason: string): Promise<void>;
  Unreject(id: number, reply: number): Promise<void>;
  Reasons(): Promise<RejectReason[]>;
  Prompt(id: number, reply: number): Promise<ShownPrompt>;
  Validate(id: number, version: number, reason: string): Promise<number>;
  Submit(id: number, version: number): Promise<number>;
  Return(id: number, version: number, reason: string): Promise<number>;
  Reopen(id: number, version: number): Promise<number>;
  Undo(id: number, version: number): Promise<number>;
  Dismiss(id: number, version: number, reason: string): Promise<number>;
  Restore(id: number, version: number): Promise<number>;
  Frames(): Promise<Frames>;
  Phrases(): Promise<Phrases>;
  LookAt(path: string, how: ImportHow): Promise<FilePreview>;
  Foresee(path: string, how: ImportHow): Promise<Foreseen>;
  ImportFile(path: string, how: ImportHow): Promise<ImportReport>;
  StopImport(): Promise<void>;
  Batches(): Promise<BatchPage>;
  UndoImport(batch: number): Promise<void>;
  Quarantine(batch: number, after: number): Promise<QuarantinePage>;
  Retake(id: number, text: string): Promise<ImportReport>;
  RetakeAll(): Promise<Retried>;
  DiscardRow(id: number): Promise<void>;
  DiscardRows(batch: number): Promise<number[] | null>;
  RestoreRows(ids: number[]): Promise<void>;
  ImportSample(): Promise<ImportReport>;
  ChooseImport(): Promise<string>;
  ChooseExport(format: ExportFormat): Promise<string>;
  Export(format: ExportFormat, path: string): Promise<{ exported: number; path: string }>;
  Settings(): Promise<Setting[]>;
  Set(key: string, value: string): Promise<void>;
  Preferences(): Promise<Record<string, string>>;
  Remember(name: PreferenceName, value: string): Promise<void>;
  Figures(): Promise<Figures>;
  DueOn(calendar: Calendar, written: string): Promise<string>;
  Series(by: SeriesBy): Promise<Period[]>;
  Models(): Promise<ModelPage>;
  Advise(): Promise<Advice>;
  ChooseModel(): Promise<string>;
  ImportModel(path: string): Promise<void>;
  BenchModel(name: string): Promise<void>;
  RemoveModel(name: string): Promise<void>;
  StopModel(): Promise<void>;
  Tasks(): Promise<TaskPage>;
  EnqueueNew(): Promise<number>;
  FirstTask(id: number): Promise<void>;
  DropTask(id: number): Promise<void>;
  DropTasks(): Promise<void>;
  PauseTasks(): Promise<void>;
  ResumeTasks(battery: boolean): Promise<void>;
  Reading(id: number): Promise<void>;
  Ask(question: string, follows: number): Promise<Answer>;
  Answers(before: number): Promise<AnswerPage>;
  ForgetAnswers(): Promise<void>;
  Missing(): Promise<MissingSheet[]>;
  CloseMissing(id: number, closed: boolean): Promise<void>;
  Alerts(): Promise<SheetAlert[]>;
  SeeAlert(id: number, seen: boolean): Promise<void>;
  Packs(): Promise<PackCard[]>;
  SearchSheets(question: string): Promise<Hit[]>;
  ReadSheet(kind: string, sheet: string): Promise<WholeSheet>;
  Painted(): Promise<void>;
  Flushed(kept: boolean): Promise<void>;
}

/** What Go tells without being asked. */
export interface Events {
  draft: DraftEvent;
  queue: Record<string, never>;
  model: ModelEvent;
  tasks: TaskPage;
  answer: AnswerEvent;
  import: ImportEvent;
  /** What failed without anybody asking. */
  fault: Failure;
  /** The window is about to close: keep what is being typed, then say so. */
  closing: Record<string, never>;
}

export interface Backend extends Calls {
  /** Listens; the answer stops listening. */
  on<E extends keyof Events>(event: E, heard: (data: Events[E]) => void): () => void;
  /** Hears of the files that are dropped on the window, by their paths. */
  dropped(heard: (paths: string[]) => void): void;
  /** Puts a text on this computer's clipboard; false when it took nothing. */
  copy(text: string): Promise<boolean>;
}

interface Bridge {
  go?: { app?: { Desk?: Record<string, (...args: unknown[]) => Promise<unknown>> } };
  runtime?: {
    EventsOn(event: string, heard: (...data: unknown[]) => void): () => void;
    ClipboardSetText(text: string): Promise<boolean>;
    OnFileDrop?(heard: (x: number, y: number, paths: string[]) => void, onTarget: boolean): void;
  };
}

const bridge = () => window as unknown as Bridge;

/** Makes a Failure of whatever a call was rejected with. */
export function failure(reason: unknown): Failure {
  const told = typeof reason === 'string' ? parsed(reason) : reason;
  if (told && typeof told === 'object' && 'message' in told) {
    const { code, message, hint } = told as Partial<Failure>;
    return { code: code || 'internal', message: String(message), hint: hint ?? '' };
  }
  return { code: 'internal', message: String(told), hint: '' };
}

// Older formatters of the Wails bridge hand objects over as JSON text.
function parsed(text: string): unknown {
  try {
    return text.startsWith('{') ? JSON.parse(text) : text;
  } catch {
    return text;
  }
}

async function call(name: string, args: unknown[]): Promise<unknown> {
  const method = bridge().go?.app?.Desk?.[name];
  if (!method) throw failure({ code: 'no_bridge', message: `Desk.${name} ?`, hint: '' });
  try {
    return await method(...args);
  } catch (reason) {
    throw failure(reason);
  }
}

function on(event: string, heard: (data: never) => void): () => void {
  return bridge().runtime?.EventsOn(event, heard as (...data: unknown[]) => void) ?? (() => {});
}

function dropped(heard: (paths: string[]) => void): void {
  bridge().runtime?.OnFileDrop?.((_x, _y, paths) => heard(paths ?? []), false);
}

// The page's own clipboard asks for a permission that the window never gets.
async function copy(text: string): Promise<boolean> {
  return (await bridge().runtime?.ClipboardSetText(text)) ?? false;
}

// Go writes an empty list that nothing filled as null.
function filled(told: Dossier): Dossier {
  const reply = (r: Reply): Reply => ({
    ...r,
    sources: r.sources ?? [],
    findings: r.findings ?? [],
  });
  const { themes, channels, tags } = told.review;
  return {
    ...told,
    review: { ...told.review, themes: themes ?? [], channels: channels ?? [], tags: tags ?? [] },
    reply: told.reply && reply(told.reply),
    versions: (told.versions ?? []).map(reply),
  };
}

/** The real one, over the Wails bridge. */
export const backend = new Proxy({} as Backend, {
  get: (_, name: string) => {
    if (name === 'on') return on;
    if (name === 'copy') return copy;
    if (name === 'dropped') return dropped;
    if (name === 'Open') return async (id: number) => filled((await call(name, [id])) as Dossier);
    return (...args: unknown[]) => call(name, args);
  },
});
