// The agent's desk at work: reading it, opening a review on it, keeping what is
// typed. The screens read it; acts.ts, drafting.ts and commands.ts move it, and
// listening.ts tells it what happened in Go.
import { failure } from './backend.ts';
import { offers } from './editing/offers.ts';
import type { Flag } from './editing/flags.ts';
import { focusOn } from './focus.ts';
import { listen } from './listening.ts';
import { speech } from './speech.svelte.ts';
import type { Dossier } from './types.ts';
import { Workplace } from './workplace.svelte.ts';

export type { Asking, Pane, Screen } from './workplace.svelte.ts';

const REFRESH_MS = 250;

export class Desk extends Workplace {
  #opening = 0;
  #refreshing: ReturnType<typeof setTimeout> | undefined;

  /** Reads everything and listens; the answer stops listening. */
  start(): () => void {
    const deafen = listen(this);
    void this.messages.guard(this.load());
    void this.tasks.read();
    return () => {
      clearTimeout(this.#refreshing);
      this.tasks.forget();
      deafen();
    };
  }

  /** Reads the status, the frames and the queue, and opens the first review. */
  async load(): Promise<void> {
    this.#forgetRefresh();
    await this.preferences.read();
    await this.readStatus();
    await this.readFrames();
    await this.queue.load();
    const first = this.queue.row(0);
    if (first) await this.open(first.id);
  }

  /** Shows the rows that an import left aside, to be mended. */
  async aside(batch: number): Promise<void> {
    this.screen = 'exchange';
    this.messages.dismissNotice();
    await this.quarantine.show(batch);
    await focusOn('quarantine');
  }

  /** Reads the queue again after many came, or went: what is open may be gone. */
  async recount(gone: boolean): Promise<void> {
    if (gone) this.clear();
    await (this.dossier ? this.refresh() : this.load());
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
    this.snoozing = false;
    this.choice.clear();
    this.cited.clear();
  }

  /** Follows a draft: what stands over the reply gives way to it. */
  begin(id: number, body = ''): void {
    this.choice.clear();
    this.asking = null;
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
    const dossier = await this.#still(id);
    if (!dossier || turn !== this.#opening || this.dossier?.review.id !== id) return;
    const news = dossier.review.version - this.editor.version;
    if (!this.editor.settled || news < 0) return;
    if (this.stream.writing && (news === 0 || dossier.review.state === 'drafting')) return;
    if (news > 0) return this.show(dossier);
    this.dossier = dossier;
    this.#updateCard(dossier);
  }

  /** A review as it is now; one that was erased leaves the desk. */
  async #still(id: number): Promise<Dossier | null> {
    try {
      return await this.backend.Open(id);
    } catch (reason) {
      if (failure(reason).code !== 'not_found') throw reason;
      if (this.dossier?.review.id === id) this.clear();
      return null;
    }
  }

  /** Something changed in Go: reads it again, at most every quarter second. */
  soon(): void {
    this.#refreshing ??= setTimeout(() => {
      this.#refreshing = undefined;
      void this.messages.guard(this.refresh());
    }, REFRESH_MS);
  }

  // All is about to be read: what waits to be read again would only overtake it.
  #forgetRefresh(): void {
    clearTimeout(this.#refreshing);
    this.#refreshing = undefined;
  }

  async refresh(): Promise<void> {
    await this.readStatus();
    await this.queue.refresh();
    await this.reread();
  }

  offered(flag: Flag) {
    return offers(this, flag);
  }
}
