// The spelling of the reply being written: whether it is checked, the agent's
// own dictionary, and the words that neither dictionary has.
import type { Preferences } from '../preferences.svelte.ts';
import { bare, strange, words, type Word } from './french.ts';
import { Speller } from './speller.ts';

// What the dictionary said is remembered, up to a day's worth of words.
const MOST_TOLD = 20_000;

interface Choice {
  off?: boolean;
  own?: string[];
}

const plain = (word: string) => word.replaceAll('’', "'").toLocaleLowerCase('fr');
const parted = (names: string) => names.split(/[^\p{L}\p{M}]+/u).filter(Boolean);

export class Spelling {
  readonly #choice = $derived.by(() => this.preferences.of<Choice | null>('words', {}) ?? {});
  readonly on = $derived(!this.#choice.off);
  readonly own = $derived(this.#choice.own ?? []);
  /** The unknown words of the text as it was last checked. */
  found = $state.raw<Word[]>([]);
  #told = new Map<string, boolean>();

  constructor(
    private readonly preferences: Preferences,
    private readonly speller = new Speller(),
  ) {}

  /** Finds the unknown words of a text; names are known without being asked for. */
  async check(text: string, names: string): Promise<Word[]> {
    const mine = new Set([...this.own, ...parted(names)].map(plain));
    const asked = words(text).filter(
      ({ word }) => !mine.has(plain(word)) && !mine.has(plain(bare(word))),
    );
    await this.#learn(asked);
    const found = asked.filter(({ word }) => this.#told.get(word) === false);
    const distinct = (all: Word[]) => new Set(all.map(({ word }) => word)).size;
    return strange(distinct(asked), distinct(found)) ? [] : found;
  }

  // Each word is asked about once.
  async #learn(asked: Word[]): Promise<void> {
    if (this.#told.size > MOST_TOLD) this.#told.clear();
    const fresh = [...new Set(asked.map(({ word }) => word))].filter((w) => !this.#told.has(w));
    if (fresh.length === 0) return;
    const unknown = new Set(await this.speller.unknown(fresh));
    for (const word of fresh) this.#told.set(word, !unknown.has(word));
  }

  /** How else a word may be spelled. */
  others(word: string): Promise<string[]> {
    return this.speller.others(word);
  }

  /** Puts a word into the agent's own dictionary. */
  async add(word: string): Promise<void> {
    await this.preferences.keep('words', {
      ...this.#choice,
      own: [...new Set([...this.own, word])],
    });
  }

  /** Takes a word out of it again. */
  async remove(word: string): Promise<void> {
    const own = this.own.filter((kept) => kept !== word);
    await this.preferences.keep('words', { ...this.#choice, own });
  }

  /** Checks spelling from now on, or no longer. */
  async toggle(): Promise<void> {
    await this.preferences.keep('words', { ...this.#choice, off: this.on });
    this.found = [];
    if (!this.on) this.speller.end();
  }
}
