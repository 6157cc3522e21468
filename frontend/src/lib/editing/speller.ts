// Asking the dictionary, which lives in a worker: it starts with the first
// question and ends when nobody has asked for a while.

/** A question: which of these words are unknown, or how else a word is spelled. */
export interface Asked {
  ask: number;
  check: string[];
  word: string;
}

/** An answer, by the number of its question. */
export interface Told {
  ask: number;
  words?: string[];
  failed?: string;
}

/** The part of a worker that is used here. */
export type Hand = Pick<Worker, 'postMessage' | 'terminate'> & {
  onmessage: ((event: MessageEvent<Told>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
};

const worker = (): Hand =>
  new Worker(new URL('./speller.worker.ts', import.meta.url), { type: 'module' }) as Hand;

interface Waiting {
  give: (words: string[]) => void;
  fail: (reason: unknown) => void;
}

// A dictionary that nobody asks leaves its 80 MB to the model.
const REST_MS = 5 * 60_000;

export class Speller {
  #hand: Hand | null = null;
  #asks = 0;
  #waiting = new Map<number, Waiting>();
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly start: () => Hand = worker) {}

  /** Which of these words the dictionary lacks. */
  unknown(check: string[]): Promise<string[]> {
    return this.#ask({ check, word: '' });
  }

  /** How else a word may be spelled, best first. */
  others(word: string): Promise<string[]> {
    return this.#ask({ check: [], word });
  }

  #ask(question: Omit<Asked, 'ask'>): Promise<string[]> {
    const ask = ++this.#asks;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.end(), REST_MS);
    return new Promise((give, fail) => {
      this.#waiting.set(ask, { give, fail });
      this.#started().postMessage({ ask, ...question });
    });
  }

  #started(): Hand {
    if (this.#hand) return this.#hand;
    const hand = this.start();
    hand.onmessage = ({ data }) => this.#hear(data);
    hand.onerror = (event) => this.#fail(event.message);
    return (this.#hand = hand);
  }

  #hear({ ask, words, failed }: Told): void {
    const waiting = this.#waiting.get(ask);
    this.#waiting.delete(ask);
    if (words) waiting?.give(words);
    else waiting?.fail(failed);
  }

  #fail(reason: unknown): void {
    for (const { fail } of this.#waiting.values()) fail(reason);
    this.end();
  }

  /** Lets the dictionary go; a later question reads it again. */
  end(): void {
    clearTimeout(this.#resting);
    this.#hand?.terminate();
    this.#hand = null;
    this.#waiting.clear();
  }
}
