// A backend for tests. It keeps states and versions as Go does, and refuses a
// stale version.
import { vi } from 'vitest';
import type { Backend, Events } from '../src/lib/backend.ts';
import { Desk } from '../src/lib/desk.svelte.ts';
import { Files } from './files.ts';
import { card, conflict, reply, shownPrompt } from './invented.ts';
import { advice, modelPage, taskPage } from './machine.ts';
import type {
  Action,
  Card,
  Dossier,
  DraftEvent,
  Finding,
  Past,
  Phrases,
  Period,
  Reply,
  SaveRequest,
  State,
  Status,
  Wish,
} from '../src/lib/types.ts';

/** What an agent may do in each state, as Go says it without four eyes. */
export const allowed: Record<State, Action[]> = {
  new: ['draft', 'edit', 'dismiss'],
  drafting: [],
  drafted: ['draft', 'edit', 'prefer', 'submit', 'validate', 'dismiss'],
  submitted: ['return', 'validate'],
  validated: ['reopen'],
  exported: ['reopen'],
  dismissed: ['restore'],
};

export class Fake {
  calls: string[] = [];
  findings: Finding[] = [];
  states = new Map<number, State>();
  /** The state before the last move of each. */
  before = new Map<number, State>();
  versions = new Map<number, number>();
  replies = new Map<number, Reply[]>();
  saves: SaveRequest[] = [];
  wishes: Wish[] = [];
  /** Why reviews were dismissed. */
  reasons: string[] = [];
  notices: Dossier['notices'] = [];
  /** What a call that changes something waits for; null for nothing. */
  held: Promise<void> | null = null;
  /** Whether the disk takes nothing more that the window remembers. */
  full = false;
  prompt = shownPrompt();
  /** What was put on the clipboard; null for a clipboard that takes nothing. */
  copied: string | null = '';
  refuse: unknown = null;
  saving: Promise<void> | null = null;
  person = 'Claire';
  fourEyes = false;
  phrases: Phrases = { house: [], contacts: [] };
  /** What was replied to reviews like the one on screen. */
  past: Past[] = [];
  limit = 0;
  models = modelPage();
  tasks = taskPage();
  files = new Files();
  periods: Period[] = [];
  remembered: Record<string, string> = {};
  /** The reviews that Go was told of as being read. */
  read: number[] = [];
  #heard: { [E in keyof Events]?: (data: Events[E]) => void } = {};

  constructor(ids: number[] = [1, 2, 3]) {
    for (const id of ids) this.add(id);
  }

  add(id: number, state: State = 'new'): void {
    this.states.set(id, state);
    this.versions.set(id, 1);
    this.replies.set(id, []);
  }

  emit(event: Partial<DraftEvent>): void {
    this.#heard.draft?.({
      run: '1',
      seq: 1,
      id: 1,
      body: '',
      state: 'writing',
      error: null,
      ...event,
    });
  }

  tell<E extends keyof Events>(event: E, data: Events[E]): void {
    this.#heard[event]?.(data);
  }

  changed(): void {
    this.#heard.queue?.({});
  }

  closing(): void {
    this.#heard.closing?.({});
  }

  move(id: number, state: State, version?: number): number {
    const now = this.versions.get(id)!;
    if (version !== undefined && version !== now) throw conflict;
    this.before.set(id, this.states.get(id)!);
    this.states.set(id, state);
    this.versions.set(id, now + 1);
    return now + 1;
  }

  write(id: number, text: Reply): void {
    this.replies.set(id, [text, ...this.replies.get(id)!.filter((r) => r.number !== text.number)]);
  }

  /** Puts a version in force: it then stands first, the others newest first. */
  prefer(id: number, version: number, number: number): number {
    const next = this.move(id, 'drafted', version);
    const rank = (r: Reply) => (r.number === number ? Infinity : r.number);
    this.replies.set(
      id,
      [...this.replies.get(id)!].sort((a, b) => rank(b) - rank(a)),
    );
    return next;
  }

  reject(id: number, number: number, reason: string): void {
    if (this.refuse) throw this.refuse;
    const marked = (r: Reply) => (r.number === number ? { ...r, rejected: reason } : r);
    this.replies.set(id, this.replies.get(id)!.map(marked));
  }

  history(): Dossier['history'] {
    const rest = { at: '', from: 'new', to: 'dismissed', by: this.person, reply: 0 } as const;
    return this.reasons.map((reason) => ({ ...rest, action: 'dismiss', reason }));
  }

  dossier(id: number): Dossier {
    const state = this.states.get(id)!;
    const replies = this.replies.get(id)!;
    const { subject: _, excerpt: text, blocking: _b, warnings: _w, ...rest } = card(id, state);
    const about = { source: 'spplus', external_id: `X${id}`, author: '', posted_as: '', text };
    const empty = { themes: [], channels: [], structure: '', typology: '', tags: [] };
    const review = {
      ...rest,
      ...about,
      ...empty,
      version: this.versions.get(id)!,
      earlier_reply: '',
    };
    const lists = { points: [], personal: [], notices: this.notices, history: this.history() };
    return {
      review,
      ...lists,
      reply: replies[0] ?? null,
      assignee: '',
      until: '',
      versions: replies,
      allowed: this.#allowed(state),
      limit: this.limit,
    };
  }

  #allowed(state: State): Action[] {
    const alone = state === 'drafted' && this.fourEyes;
    return allowed[state].filter((action) => !alone || action !== 'validate');
  }

  async save(request: SaveRequest) {
    this.saves.push(request);
    await this.saving;
    if (this.refuse) throw this.refuse;
    const number = request.reply || this.replies.get(request.id)!.length + 1;
    const version = this.move(request.id, 'drafted', request.version);
    this.write(request.id, { ...reply(number, request.body), ...request, number });
    return { version, number, saved_at: '2026-11-24T09:42:00Z', findings: this.findings };
  }

  /** The backend itself; every call is noted in `calls`. */
  get backend(): Backend {
    const note = <T>(name: string, value: T): T => (this.calls.push(name), value);
    const move = (name: string, state: State) => async (id: number, version: number) =>
      note(`${name} ${id}`, this.move(id, state, version));
    const made: Partial<Backend> = {
      Status: async () => this.status(),
      Queue: async ({ tab }) => note(`Queue ${tab}`, { cards: this.cards(tab), next: '' }),
      CountQueue: async ({ tab }) => ({ n: this.cards(tab).length, more: false }),
      Highlight: async () => [],
      Twins: async () => [],
      Past: async () => this.past,
      Open: async (id) => note(`Open ${id}`, this.dossier(id)),
      Save: (request) => note(`Save ${request.id}`, this.save(request)),
      Draft: async (id, writer, wish) => {
        this.wishes.push(wish);
        this.move(id, 'drafting');
        return note(`Draft ${id} ${writer}`, '1');
      },
      Prefer: async (id, version, number) => {
        await this.held;
        return note(`Prefer ${id} ${number}`, this.prefer(id, version, number));
      },
      Reject: async (id, number, reason) =>
        note(`Reject ${id} ${number} ${reason}`, this.reject(id, number, reason)),
      Reasons: async () => [
        { code: 'wrong', label: 'Il dit quelque chose de faux' },
        { code: 'tone', label: 'Le ton ne convient pas' },
      ],
      Prompt: async (id, number) => note(`Prompt ${id} ${number}`, this.prompt),
      copy: async (text) => {
        if (this.copied !== null) this.copied = text;
        return this.copied !== null;
      },
      Stop: async (id) => note(`Stop ${id}`, undefined),
      Validate: move('Validate', 'validated'),
      Submit: move('Submit', 'submitted'),
      Return: move('Return', 'drafted'),
      Reopen: move('Reopen', 'drafted'),
      Undo: async (id, version) =>
        note(`Undo ${id}`, this.move(id, this.before.get(id) ?? 'new', version)),
      Dismiss: (id, version, reason) => {
        this.reasons.push(reason);
        return move('Dismiss', 'dismissed')(id, version);
      },
      Restore: move('Restore', 'new'),
      Phrases: async () => this.phrases,
      Frames: async () => ({
        greeting: 'Bonjour,',
        closings: ['Cordialement,', 'À bientôt,'],
        signatures: ['L’équipe'],
      }),
      DueOn: async () => '2026-12-01',
      Series: async () => this.periods,
      Preferences: async () => ({ ...this.remembered }),
      Remember: async (name, value) => {
        if (this.full) throw { code: 'disk_full', message: 'Plein.', hint: '' };
        this.remembered[name] = value;
      },
      Set: async (key, value) => {
        if (key === 'person') this.person = value;
        note(`Set ${key}=${value}`, undefined);
      },
      ImportSample: async () => {
        [1, 2, 3].forEach((id) => this.add(id));
        return note('ImportSample', {
          batch: 1,
          format: 'spplus',
          read: 3,
          added: 3,
          updated: 0,
          duplicates: 0,
          rejected: 0,
          with_reply: 0,
        });
      },
      ...this.files.calls(note),
      Models: async () => this.models,
      Advise: async () => note('Advise', advice),
      ChooseModel: async () => '/media/cle/petit.gguf',
      ImportModel: async (path) => note(`ImportModel ${path}`, undefined),
      BenchModel: async (name) => note(`BenchModel ${name}`, undefined),
      RemoveModel: async (name) => note(`RemoveModel ${name}`, undefined),
      StopModel: async () => note('StopModel', undefined),
      Tasks: async () => this.tasks,
      EnqueueNew: async () => note('EnqueueNew', this.cards('todo').length),
      Enqueue: async (ids) => note(`Enqueue ${ids}`, ids.length),
      FirstTask: async (id) => note(`FirstTask ${id}`, undefined),
      DropTask: async (id) => note(`DropTask ${id}`, undefined),
      DropTasks: async () => note('DropTasks', undefined),
      PauseTasks: async () => note('PauseTasks', undefined),
      ResumeTasks: async (battery) => note(`ResumeTasks ${battery}`, undefined),
      Reading: async (id) => void this.read.push(id),
      Choices: async () => ({ people: [], structures: [] }),
      Views: async () => [],
      CountMany: async ({ ids }) => ids.length,
      Snooze: async (id, until) => note(`Snooze ${id} ${until}`, undefined),
      Painted: async () => note('Painted', undefined),
      Flushed: async (kept) => note(`Flushed ${kept}`, undefined),
      on: (event, heard) => {
        this.#heard[event] = heard as never;
        return () => delete this.#heard[event];
      },
    };
    return made as Backend;
  }

  /** The numbers that a search finds; null for all of its tab. */
  finds: number[] | null = null;

  cards(tab: string): Card[] {
    const { finds } = this;
    const tabs: Record<string, State[]> = { todo: ['new', 'drafting'], drafts: ['drafted'] };
    return [...this.states]
      .filter(([id]) => finds?.includes(id) ?? true)
      .filter(([, s]) => tab === 'all' || tabs[tab]?.includes(s))
      .map(([id, s]) => card(id, s));
  }

  status(): Status {
    const counts: Status['counts'] = {};
    for (const state of this.states.values()) counts[state] = (counts[state] ?? 0) + 1;
    const names = {
      version: 'test',
      profile: '',
      service: '',
      person: this.person,
      exports_dir: '/exports',
    };
    const writers = [{ name: 'trame' as const, available: true, detail: '' }];
    return {
      ...names,
      language: 'fr',
      writer: 'trame',
      writers,
      counts,
      late: 0,
      four_eyes: this.fourEyes,
    };
  }
}

/** Lets pending promises run. */
export const settle = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

/** A desk over these reviews with the first one open, on fake timers. */
export async function openDesk(prepare: (fake: Fake) => void = () => {}, ids = [1, 2, 3]) {
  vi.useFakeTimers();
  const fake = new Fake(ids);
  prepare(fake);
  const desk = new Desk(fake.backend);
  desk.start();
  await vi.advanceTimersByTimeAsync(0);
  fake.calls = [];
  return { fake, desk };
}
