// A draft as it is being written. Events are hints: each carries the whole
// body so far, older ones are dropped, and the end means reading the review
// again.
import type { DraftEvent } from './types.ts';

// Runs that are over are remembered while a late word of them may still come.
const LATE = 50;

// How often somebody who hears the window is told how far a draft is: often
// enough to know that it goes on, seldom enough to read something else meanwhile.
const TOLD_MS = 10_000;

/** What an event changed: nothing, the text, or the run is over. */
export type Heard = 'ignored' | 'writing' | 'ended';

export class Stream {
  id = $state<number | null>(null);
  body = $state('');
  #run: string | null = null;
  #seq = -1;
  #over = new Set<string>();
  #toldAt = 0;

  get writing(): boolean {
    return this.id !== null;
  }

  /** Follows the draft of a review, from what is written so far. */
  begin(id: number, body = ''): void {
    this.id = id;
    this.body = body;
    this.#run = null;
    this.#seq = -1;
    this.#toldAt = Date.now();
  }

  /** Whether it is time to tell aloud how far the draft is; it then counts as told. */
  due(): boolean {
    if (Date.now() - this.#toldAt < TOLD_MS) return false;
    this.#toldAt = Date.now();
    return true;
  }

  /** Go named the run: what another run said before is not ours. */
  named(run: string): void {
    if (!this.writing || this.#run === run) return;
    this.#run = run;
    this.#seq = -1;
  }

  /** Whether a run goes on, as far as was heard. */
  alive(event: DraftEvent): boolean {
    return event.state === 'writing' && !this.#over.has(event.run);
  }

  hear(event: DraftEvent): Heard {
    if (this.#over.has(event.run)) return 'ignored';
    if (event.state !== 'writing') this.#end(event.run);
    if (event.id !== this.id) return 'ignored';
    this.#run ??= event.run;
    if (event.run !== this.#run || event.seq <= this.#seq) return 'ignored';
    this.#seq = event.seq;
    this.body = event.body;
    return event.state === 'writing' ? 'writing' : 'ended';
  }

  #end(run: string): void {
    this.#over.add(run);
    for (const oldest of this.#over) if (this.#over.size > LATE) this.#over.delete(oldest);
  }

  /** Stops following. */
  leave(): void {
    this.id = null;
    this.#run = null;
  }
}
