// What this service answered to reviews like the one on screen.
import type { Backend } from './backend.ts';
import type { Past } from './types.ts';

/** How many are shown: the nearest. */
const SHOWN = 2;

export class PastReplies {
  /** The nearest replies to the review that was looked for last. */
  near = $state.raw<Past[]>([]);
  #asked = 0;

  /** Forgets what was found for another review. */
  forget(): void {
    this.#asked++;
    this.near = [];
  }

  /** Looks for them; an answer that comes after another question says nothing. */
  async look(backend: Pick<Backend, 'Past'>, id: number): Promise<void> {
    const asked = ++this.#asked;
    try {
      const found = await backend.Past(id);
      if (asked === this.#asked) this.near = found.slice(0, SHOWN);
    } catch (reason) {
      if (asked === this.#asked) throw reason;
    }
  }
}
