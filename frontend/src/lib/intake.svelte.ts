// One file on its way into the queue: looked at, mapped where no format is
// sure, imported as a whole or not at all, and taken back.
import type { Backend } from './backend.ts';
import { complete, followed, proposed } from './mapping.ts';
import type { Messages } from './messages.svelte.ts';
import { speech } from './speech.svelte.ts';
import type {
  FilePreview,
  Foreseen,
  ImportEvent,
  ImportHow,
  ImportReport,
  Mapping,
} from './types.ts';

type Asked =
  | 'ChooseImport'
  | 'LookAt'
  | 'Foresee'
  | 'ImportFile'
  | 'ImportSample'
  | 'StopImport'
  | 'UndoImport';

/** Whether an import left anything that could be taken back. */
export const altered = (told: Pick<ImportReport, 'added' | 'updated' | 'rejected'>): boolean =>
  told.added + told.updated + told.rejected > 0;

/** What the desk does around an import. */
export interface Around {
  /** Keeps what is being typed; false when it cannot be kept. */
  keep(): Promise<boolean>;
  /** Shows what came in, or what went out again. */
  changed(gone: boolean): Promise<void>;
  /** Shows the rows that an import left aside. */
  aside(batch: number): Promise<void>;
}

/** A format is offered from here on: less sure ones lack columns they need. */
const SURE = 0.75;

const recognised: ImportHow = { format: '', mapping: {} };

export class Intake {
  path = $state('');
  preview = $state.raw<FilePreview | null>(null);
  foreseen = $state.raw<Foreseen | null>(null);
  /** The columns that the agent names; null while the format is known. */
  mapping = $state.raw<Mapping | null>(null);
  /** Whether the columns are a guess by their names that nobody looked over. */
  guessed = $state(false);
  looking = $state(false);
  importing = $state(false);
  progress = $state.raw<ImportEvent | null>(null);
  /** What the last import did. */
  report = $state.raw<ImportReport | null>(null);
  undone = $state(false);
  #how = recognised;
  #turn = 0;

  constructor(
    private readonly backend: Pick<Backend, Asked>,
    private readonly messages: Messages,
    private readonly around: Around,
  ) {}

  /** Whether the file can be imported as it is shown. */
  get ready(): boolean {
    return !!this.preview?.format && !this.looking && !this.importing;
  }

  /** The formats that the file may be read as. */
  get formats(): string[] {
    return (this.preview?.candidates ?? [])
      .filter((g) => g.confidence >= SURE)
      .map((g) => g.format);
  }

  /** Whether the columns are those that an agent named for such a file before. */
  get remembered(): boolean {
    return this.preview?.format === 'mapped' && this.mapping === null;
  }

  /** Asks for a file and looks at it; false when there is none to show. */
  async choose(): Promise<boolean> {
    const path = await this.messages.guard(this.backend.ChooseImport());
    return !!path && this.look(path);
  }

  /** Looks at the first of the files dropped on the window. */
  async drop(paths: string[]): Promise<boolean> {
    if (this.importing) this.messages.tell(speech.words.intake.busy);
    if (this.importing || !paths[0]) return false;
    if (paths.length > 1) this.messages.tell(speech.words.intake.oneByOne(paths.length));
    return this.look(paths[0]);
  }

  /** Looks at a file, and forgets the one before. */
  async look(path: string): Promise<boolean> {
    if (this.importing) return false;
    this.forget();
    this.path = plain(path);
    return !!this.path && this.#read();
  }

  /** Leaves the file that is shown. */
  forget(): void {
    this.#turn++;
    this.#how = recognised;
    this.preview = this.foreseen = this.mapping = this.report = null;
    this.looking = this.undone = this.guessed = false;
  }

  /** Reads the file as another format, or lets the agent name its columns. */
  async readAs(format: string): Promise<void> {
    const { preview } = this;
    if (!preview || this.importing) return;
    if (format !== 'mapped') {
      this.mapping = null;
      this.#how = { format, mapping: {} };
      await this.#read();
      return;
    }
    const known = followed(preview.columns, preview.fields);
    this.guessed = !complete(known);
    await this.#map(this.guessed ? proposed(preview.columns) : known);
  }

  /** Says which column gives a field, "" for none. */
  async map(field: string, column: string): Promise<void> {
    this.guessed = false;
    const { [field]: _, ...others } = this.mapping ?? {};
    await this.#map(column ? { ...others, [field]: column } : others);
  }

  async #map(mapping: Mapping): Promise<void> {
    this.mapping = mapping;
    this.foreseen = null;
    this.#how = { format: 'mapped', mapping };
    if (complete(mapping)) return void (await this.#read());
    this.#turn++;
    this.looking = false;
    if (this.preview) this.preview = { ...this.preview, format: '', rows: [] };
  }

  async #read(): Promise<boolean> {
    const turn = ++this.#turn;
    this.looking = true;
    this.foreseen = null;
    const preview = await this.messages.guard(this.backend.LookAt(this.path, this.#how));
    if (turn !== this.#turn) return false;
    this.looking = false;
    this.preview = preview ?? null;
    if (!preview) return false;
    if (preview.format) void this.#foresee(turn);
    else if (this.formats.length === 0 && !this.mapping) await this.readAs('mapped');
    return true;
  }

  async #foresee(turn: number): Promise<void> {
    const told = await this.messages.guard(this.backend.Foresee(this.path, this.#how));
    if (turn === this.#turn) this.foreseen = told ?? null;
  }

  /** Takes the file that is shown into the queue; null when nothing came in. */
  async import(): Promise<ImportReport | null> {
    if (!this.ready) return null;
    return this.#take(() => this.backend.ImportFile(this.path, this.#how));
  }

  /** Takes the bundled fictitious queue. */
  async sample(): Promise<ImportReport | null> {
    if (this.importing) return null;
    this.forget();
    this.path = '';
    return this.#take(() => this.backend.ImportSample());
  }

  async #take(call: () => Promise<ImportReport>): Promise<ImportReport | null> {
    this.importing = true;
    this.progress = this.report = null;
    try {
      const report = await call();
      this.importing = false;
      this.forget();
      this.path = '';
      this.report = report;
      this.#tell(report);
      await this.messages.guard(this.around.changed(false));
      return report;
    } catch (reason) {
      this.messages.ended(reason, 'import_stopped');
      return null;
    } finally {
      this.importing = false;
      this.progress = null;
    }
  }

  #tell(report: ImportReport): void {
    const { intake } = speech.words;
    const batch = Number(report.batch);
    const take = () => this.around.aside(batch);
    const offer = report.rejected > 0 ? { text: intake.seeAside, take } : null;
    const undo = altered(report) ? () => this.undo(batch) : null;
    this.messages.tell(intake.reportShort(report), undo, offer, `import ${batch}`);
  }

  hear(event: ImportEvent): void {
    if (this.importing) this.progress = event;
  }

  /** Ends the import under way: nothing of it is kept. */
  async stop(): Promise<void> {
    await this.messages.guard(this.backend.StopImport());
  }

  /** Takes a whole import back; the refusal says what hangs on it. */
  async undo(batch: number): Promise<boolean> {
    if (!(await this.around.keep())) return false;
    const done = this.backend.UndoImport(batch).then(() => true);
    if (!(await this.messages.guard(done))) return false;
    if (Number(this.report?.batch) === batch) this.undone = true;
    this.messages.forget(`import ${batch}`);
    this.messages.tell(speech.words.intake.undone);
    await this.messages.guard(this.around.changed(true));
    return true;
  }
}

/** A path as it is: file managers copy it in quotes, or as an address. */
function plain(path: string): string {
  const bare = path.trim().replace(/^(["'])(.*)\1$/, '$2');
  if (!bare.startsWith('file://')) return bare;
  try {
    return decodeURIComponent(new URL(bare).pathname).replace(/^\/(?=[a-z]:)/i, '');
  } catch {
    return bare;
  }
}
