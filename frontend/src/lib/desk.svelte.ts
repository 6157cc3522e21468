// The agent's desk: what is open, what is listed, what is being written. The
// screens read it; acts.ts, drafting.ts and commands.ts move it.
import type { Backend } from './backend.ts';
import type { Act } from './acts.ts';
import { Assistant } from './assistant.svelte.ts';
import { Choice } from './choice.svelte.ts';
import { Editor } from './editor.svelte.ts';
import { Messages, type Offer } from './messages.svelte.ts';
import { Models } from './models.svelte.ts';
import { Queue } from './queue.svelte.ts';
import { Reading } from './reading.svelte.ts';
import { Sheets } from './sheets.svelte.ts';
import { speech } from './speech.svelte.ts';
import { Stream } from './stream.svelte.ts';
import { Tasks } from './tasks.svelte.ts';
import type { Action, Dossier, DraftEvent, Frames, Status, TaskPage } from './types.ts';

export type Screen =
  'reviews' | 'drafting' | 'assistant' | 'sheets' | 'exchange' | 'figures' | 'models' | 'settings';
export type Pane = 'queue' | 'review' | 'reply';
/** What is asked in place: a written reason, or the name of who answers. */
export type Asking = 'validate' | 'return' | 'dismiss' | 'person';

const REFRESH_MS = 250;

export class Desk {
  readonly messages = new Messages();
  readonly stream = new Stream();
  readonly choice = new Choice();
  readonly queue: Queue;
  readonly editor: Editor;
  readonly models: Models;
  readonly tasks: Tasks;
  readonly assistant: Assistant;
  readonly sheets: Sheets;
  /** The sheet that stands where the review stood, beside its reply. */
  readonly cited: Reading;
  status = $state.raw<Status | null>(null);
  frames = $state.raw<Frames>({ greeting: '', closings: [], signatures: [] });
  dossier = $state.raw<Dossier | null>(null);
  screen = $state<Screen>('reviews');
  pane = $state<Pane>('queue');
  asking = $state<Asking | null>(null);
  /** The act that waits for what is asked. */
  waiting: Act | null = null;
  help = $state(false);
  busy = $state(false);
  #opening = 0;
  #refreshing: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly backend: Backend) {
    this.queue = new Queue(backend);
    this.editor = new Editor(
      backend,
      (failure) => this.messages.fail(failure),
      () => this.soon(),
    );
    this.models = new Models(backend, this.messages, () => this.readStatus());
    this.tasks = new Tasks(backend, this.messages);
    this.assistant = new Assistant(backend, this.messages);
    this.sheets = new Sheets(backend, this.messages);
    this.cited = new Reading(backend, this.messages, 'sheet-review', 'review');
  }

  /** Whether there is nothing here yet: the first run. */
  get empty(): boolean {
    return !!this.status && Object.values(this.status.counts).every((n) => n === 0);
  }

  /** The sheet that is open on this screen, if any. */
  get reading(): Reading {
    if (this.screen === 'assistant') return this.assistant.reading;
    return this.screen === 'sheets' ? this.sheets.reading : this.cited;
  }

  /** Reads everything and listens; the answer stops listening. */
  start(): () => void {
    const stops = [
      this.backend.on('queue', () => this.soon()),
      this.backend.on('draft', (event) => this.hear(event)),
      this.backend.on('tasks', (page) => this.follow(page)),
      this.backend.on('model', (event) => this.models.hear(event)),
      this.backend.on('answer', (event) => this.assistant.hear(event)),
      this.backend.on('fault', (fault) => this.messages.fail(fault)),
      this.backend.on('closing', () => void this.messages.guard(this.leave())),
    ];
    void this.messages.guard(this.load());
    void this.tasks.read();
    return () => {
      clearTimeout(this.#refreshing);
      this.tasks.forget();
      stops.forEach((stop) => stop());
    };
  }

  /** Keeps what is being typed, then lets the window close; a refusal is shown first. */
  async leave(): Promise<void> {
    await this.backend.Flushed(await this.editor.flush());
  }

  /** Reads the status, the frames and the queue, and opens the first review. */
  async load(): Promise<void> {
    await this.readStatus();
    await this.readFrames();
    await this.queue.load();
    const first = this.queue.cards[0];
    if (first) await this.open(first.id);
  }

  async readStatus(): Promise<void> {
    this.status = await this.backend.Status();
    speech.language = this.status.language;
  }

  /** Reads the service's choices: its frame, and why a draft may be rejected. */
  async readFrames(): Promise<void> {
    this.frames = await this.backend.Frames();
    this.choice.reasons = await this.backend.Reasons();
  }

  /** Opens a review, once what is on screen is kept; false when it is not. */
  async open(id: number): Promise<boolean> {
    const turn = ++this.#opening;
    const before = this.queue.selected;
    this.queue.selected = id;
    if (!(await this.editor.flush())) {
      if (turn === this.#opening) this.queue.selected = before;
      return false;
    }
    const dossier = await this.messages.guard(this.backend.Open(id));
    if (!dossier || turn !== this.#opening) return false;
    // Words typed while the answer was on its way are kept too.
    if (!this.editor.settled) return this.open(id);
    this.asking = null;
    this.show(dossier);
    this.tasks.reading(id);
    return true;
  }

  /** Puts a review on the desk as Go tells it. */
  show(dossier: Dossier): void {
    if (dossier.review.id !== this.dossier?.review.id) this.leaveReview();
    this.dossier = dossier;
    this.editor.show(dossier, this.frames);
    this.stream.leave();
    if (dossier.review.state === 'drafting') {
      this.begin(dossier.review.id, dossier.reply?.body ?? '');
    }
    this.#updateCard(dossier);
  }

  /** Another review comes: what was opened about this one goes. */
  leaveReview(): void {
    this.choice.clear();
    this.cited.clear();
  }

  /** Follows a draft: what stands over the reply gives way to it. */
  begin(id: number, body = ''): void {
    this.choice.clear();
    this.stream.begin(id, body);
  }

  #updateCard({ review, reply }: Dossier): void {
    const count = (severity: string) =>
      reply?.findings.filter((f) => f.severity === severity).length ?? 0;
    const news = { state: review.state, blocking: count('block'), warnings: count('warn') };
    this.queue.patch(review.id, news);
  }

  /** Leaves the desk empty. */
  clear(): void {
    this.leaveReview();
    this.dossier = null;
    this.queue.selected = null;
    this.stream.leave();
  }

  /** Keeps what is typed, and reads again what that changed; false when it cannot be kept. */
  async keep(): Promise<boolean> {
    if (!(await this.editor.flush())) return false;
    if (this.editor.version !== this.dossier?.review.version) await this.reread();
    return true;
  }

  /** Reads the open review again, never over words that are not kept. */
  async reread(): Promise<void> {
    const id = this.dossier?.review.id;
    if (id === undefined) return;
    const turn = this.#opening;
    const dossier = await this.backend.Open(id);
    if (turn !== this.#opening || this.dossier?.review.id !== id) return;
    const news = dossier.review.version - this.editor.version;
    if (!this.editor.settled || news < 0) return;
    if (this.stream.writing && (news === 0 || dossier.review.state === 'drafting')) return;
    if (news > 0) return this.show(dossier);
    this.dossier = dossier;
    this.#updateCard(dossier);
  }

  /** Something changed in Go: reads it again, at most every quarter second. */
  soon(): void {
    this.#refreshing ??= setTimeout(() => {
      this.#refreshing = undefined;
      void this.messages.guard(this.refresh());
    }, REFRESH_MS);
  }

  async refresh(): Promise<void> {
    await this.readStatus();
    await this.queue.refresh();
    await this.reread();
  }

  /** The queue of drafts moved: what it begins shows in the list and on screen. */
  follow(page: TaskPage): void {
    const before = this.tasks.page.running?.id;
    this.tasks.hear(page);
    if (page.running && page.running.id !== before) this.soon();
  }

  /** A piece of a draft came in; the machine's own shows on its review too. */
  hear(event: DraftEvent): void {
    const here = event.id === this.dossier?.review.id && this.editor.settled;
    if (here && !this.stream.writing && this.stream.alive(event)) this.begin(event.id);
    const heard = this.stream.hear(event);
    if (heard !== 'ended') return;
    const words = speech.words.reply;
    if (event.state === 'failed')
      this.messages.fail(event.error ?? words.failed, this.otherwise(event.id));
    const told = { done: words.ended, stopped: words.stopped, failed: words.failed, writing: '' };
    this.messages.say(told[event.state]);
    void this.#settle(event.id);
  }

  /** What a failed model draft leaves to do: nothing writes in its place unasked. */
  otherwise: (id: number) => Offer | null = () => null;

  // The streamed text stays until the review was read again, so that nothing
  // flickers; the database is the truth.
  async #settle(id: number): Promise<void> {
    await this.messages.guard(this.reread());
    if (this.stream.id === id) this.stream.leave();
  }

  may(action: Action): boolean {
    return !!this.dossier?.allowed.includes(action) && !this.stream.writing;
  }
}
