// The pages of a long list that are held at a time, by their number. A change
// gives a new value, so that what shows it knows.
import type { Card } from './types.ts';

/** The rows of a page. */
export const PAGE = 50;
/** How many pages are held: those last read. */
const HELD = 12;

export class Pages {
  constructor(
    private readonly held: ReadonlyMap<number, Card[]> = new Map(),
    private readonly cursors: ReadonlyMap<number, string> = new Map(),
  ) {}

  has(page: number): boolean {
    return this.held.has(page);
  }

  row(at: number): Card | undefined {
    return this.held.get(Math.floor(at / PAGE))?.[at % PAGE];
  }

  /** One past the last row held. */
  get end(): number {
    return Math.max(0, ...[...this.held].map(([n, cards]) => n * PAGE + cards.length));
  }

  /** The row of a card, -1 where it is not held. */
  find(id: number): number {
    for (const [page, cards] of this.held) {
      const at = cards.findIndex((card) => card.id === id);
      if (at >= 0) return page * PAGE + at;
    }
    return -1;
  }

  /** The cursor that a page begins after, "" where it is not known. */
  cursor(page: number): string {
    return this.cursors.get(page) ?? '';
  }

  /** With a page and the cursor of the one after it; the oldest page may go. */
  with(page: number, cards: Card[], next: string): Pages {
    const held = new Map([...this.held].filter(([n]) => n !== page)).set(page, cards);
    for (const oldest of held.keys()) if (held.size > HELD) held.delete(oldest);
    const cursors = new Map([...this.cursors].slice(-HELD * 4));
    return new Pages(held, next ? cursors.set(page + 1, next) : cursors);
  }

  /** Without a card: the rows behind it move up. */
  without(id: number): Pages {
    const at = this.find(id);
    if (at < 0) return this;
    const from = Math.floor(at / PAGE);
    const held = new Map([...this.held].filter(([n]) => n < from));
    for (let page = from; this.held.has(page); page++) {
      const cards = this.held.get(page)!.filter((card) => card.id !== id);
      const lent = this.held.get(page + 1)?.slice(0, 1) ?? [];
      held.set(page, [...(page > from ? cards.slice(1) : cards), ...lent]);
    }
    return new Pages(held, new Map([...this.cursors].filter(([n]) => n <= from)));
  }

  patched(id: number, news: Partial<Card>): Pages {
    const one = (card: Card) => (card.id === id ? { ...card, ...news } : card);
    return new Pages(
      new Map([...this.held].map(([n, cards]) => [n, cards.map(one)])),
      this.cursors,
    );
  }
}
