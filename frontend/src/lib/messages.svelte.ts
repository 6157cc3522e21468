// What the window tells the agent: alerts that stay until closed, one notice
// with its undo, and words for screen readers alone.
import { failure } from './backend.ts';
import type { Failure } from './types.ts';

/** What a message offers to do next. */
export interface Offer {
  text: string;
  take: () => Promise<void>;
}

export interface Notice {
  text: string;
  undo: (() => Promise<void>) | null;
  offer: Offer | null;
}

export interface Alert extends Failure {
  offer: Offer | null;
}

const NOTICE_MS = 20_000;

export class Messages {
  alerts = $state<Alert[]>([]);
  notice = $state<Notice | null>(null);
  spoken = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Shows a failure; the same one is not shown twice. */
  fail(reason: unknown, offer: Offer | null = null): void {
    const told = { ...failure(reason), offer };
    const same = (a: Failure) => a.code === told.code && a.message === told.message;
    if (!this.alerts.some(same)) this.alerts.push(told);
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
  tell(text: string, undo: Notice['undo'] = null, offer: Notice['offer'] = null): void {
    this.notice = { text, undo, offer };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.notice = null), NOTICE_MS);
  }

  dismissNotice(): void {
    clearTimeout(this.#timer);
    this.notice = null;
  }

  /** Takes the last action back, once. */
  async undo(): Promise<void> {
    const undo = this.notice?.undo;
    this.dismissNotice();
    if (undo) await undo();
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
