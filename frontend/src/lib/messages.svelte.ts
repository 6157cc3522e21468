// What the window tells the agent: alerts that stay until closed, one notice
// with its undo, and words for screen readers alone.
import { failure } from './backend.ts';
import { speech } from './speech.svelte.ts';
import type { Failure } from './types.ts';

/** What a message offers to do next. */
export interface Offer {
  text: string;
  take: () => Promise<void>;
}

export interface Notice {
  text: string;
  undo: (() => Promise<unknown>) | null;
  offer: Offer | null;
}

export interface Alert extends Failure {
  offer: Offer | null;
}

/** What was done, and how it is taken back; false says that it could not be. */
interface Taken {
  text: string;
  back: () => Promise<unknown>;
  /** What it was done to, where that may be taken back elsewhere too. */
  of: string;
}

// How many acts can be taken back, one after the other.
const TRAIL = 50;

/** What an agent may be doing with a notice while they read it. */
export type Held = 'pointer' | 'focus';

export class Messages {
  alerts = $state<Alert[]>([]);
  notice = $state<Notice | null>(null);
  spoken = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #held = new Set<Held>();
  /** What can be taken back, the last act last: it outlives its notice. */
  #trail = $state.raw<Taken[]>([]);
  /** What is done once the notice goes, unless it is taken back. */
  #pending: (() => Promise<unknown>) | null = null;

  /** How many seconds a notice stays; 0 until it is closed. */
  constructor(private readonly stay: () => number = () => 20) {}

  /** Shows a failure; the same one is not shown twice. */
  fail(reason: unknown, offer: Offer | null = null): void {
    const told = { ...failure(reason), offer };
    const same = (a: Failure) => a.code === told.code && a.message === told.message;
    if (!this.alerts.some(same)) this.alerts.push(told);
  }

  /** Tells why a call ended: the stop that the agent asked for, by its code, is no alarm. */
  ended(reason: unknown, stopped: string): void {
    const { code, message, hint } = failure(reason);
    if (code === stopped) this.tell(`${message} ${hint}`);
    else this.fail(reason);
  }

  /** Waits for a call; a failure is shown and gives undefined. */
  async guard<T>(promise: Promise<T>): Promise<T | undefined> {
    try {
      return await promise;
    } catch (reason) {
      this.fail(reason);
      return undefined;
    }
  }

  close(alert: Alert): void {
    this.alerts = this.alerts.filter((a) => a !== alert);
  }

  /** Does what an alert offers, and closes it. */
  async take(alert: Alert): Promise<void> {
    this.close(alert);
    if (alert.offer) await this.guard(alert.offer.take());
  }

  /** Shows a notice for a while, with its undo and its offer when it has them. */
  tell(text: string, undo: Notice['undo'] = null, offer: Notice['offer'] = null, of = ''): void {
    void this.settle();
    this.notice = { text, undo, offer };
    if (undo) this.#trail = [...this.#trail, { text, back: undo, of }].slice(-TRAIL);
    this.#wait();
  }

  /**
   * Tells what is done once the notice goes: what could not be brought back
   * afterwards waits so long for a second thought.
   */
  defer(text: string, back: () => void, act: () => Promise<unknown>): void {
    this.tell(text, async () => {
      this.#pending = null;
      back();
    });
    this.#pending = act;
  }

  /** Does at once what waits for its notice to go. */
  async settle(): Promise<void> {
    const act = this.#pending;
    if (!act) return;
    this.#pending = null;
    this.#trail = this.#trail.slice(0, -1);
    await this.guard(act());
  }

  // Nobody's notice goes while it is read: its time begins again after.
  #wait(): void {
    clearTimeout(this.#timer);
    const seconds = this.stay();
    if (!this.notice || seconds === 0 || this.#held.size > 0) return;
    this.#timer = setTimeout(() => this.dismissNotice(), seconds * 1000);
  }

  /** The pointer or the focus came onto the notice. */
  hold(by: Held): void {
    this.#held.add(by);
    this.#wait();
  }

  /** It left the notice. */
  release(by: Held): void {
    this.#held.delete(by);
    this.#wait();
  }

  dismissNotice(): void {
    this.#hide();
    void this.settle();
  }

  #hide(): void {
    clearTimeout(this.#timer);
    this.#held.clear();
    this.notice = null;
  }

  /** What would be taken back next, in the words of its notice; "" for nothing. */
  get last(): string {
    return this.#trail.at(-1)?.text ?? '';
  }

  /** Forgets how an act is taken back: it was, by another way. */
  forget(of: string): void {
    this.#trail = this.#trail.filter((taken) => taken.of !== of);
  }

  /** Takes the last act back, then the one before it, however long ago. */
  async undo(): Promise<void> {
    const taken = this.#trail.at(-1);
    if (!taken) return this.tell(speech.words.unable.nothingToUndo);
    this.#trail = this.#trail.slice(0, -1);
    this.#hide();
    const done = await taken.back();
    if (done !== false && !this.notice) this.tell(speech.words.done.undone(taken.text));
  }

  /** Does what the notice offers, and closes it. */
  async accept(): Promise<void> {
    const offer = this.notice?.offer;
    this.dismissNotice();
    if (offer) await this.guard(offer.take());
  }

  /** Speaks to screen readers without interrupting. */
  say(text: string): void {
    this.spoken = text;
  }
}
