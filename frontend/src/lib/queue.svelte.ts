// The list of reviews: what is looked at, how many there are, and the pages
// around what is in sight. A queue of a million rows is never held whole.
import type { Backend } from './backend.ts';
import { isWhole, lookAt } from './looking.ts';
import { PAGE, Pages } from './pages.ts';
import type { Card, Filters, Found, Look, QueuePage, Sort, Tab } from './types.ts';

/** A card that left the list while the agent is still at work on it. */
interface Stay {
  at: number;
  card: Card;
}

export class Queue {
  look = $state.raw<Look>(lookAt('todo'));
  selected = $state<number | null>(null);
  loading = $state(false);
  /** How many rows there are, as far as known. */
  total = $state(0);
  /** Whether there are more than were counted. */
  more = $state(false);
  #pages = $state.raw(new Pages());
  #stay = $state.raw<Stay | null>(null);
  #turn = 0;
  #sight = { first: 0, last: 1 };
  /** Reads follow each other: in Go a later page overtakes an earlier one. */
  #reading: Promise<unknown> = Promise.resolve();

  constructor(private readonly backend: Pick<Backend, 'Queue' | 'CountQueue'>) {}

  get tab(): Tab {
    return this.look.tab;
  }

  get search(): string {
    return this.look.search;
  }

  /** The rows there are to scroll through, with one that stays. */
  get length(): number {
    return this.total + (this.#stay ? 1 : 0);
  }

  /** The card of a row; undefined while it is not loaded. */
  row(at: number): Card | undefined {
    const stay = this.#stay;
    if (stay?.at === at) return stay.card;
    return this.#pages.row(stay && at > stay.at ? at - 1 : at);
  }

  /** The row of the selected card, -1 where it is not among those loaded. */
  get index(): number {
    if (this.selected === null) return -1;
    return this.#stay?.card.id === this.selected ? this.#stay.at : this.rowOf(this.selected);
  }

  /** The row of a card that is loaded, else -1. */
  rowOf(id: number): number {
    const at = this.#pages.find(id);
    return at >= 0 && this.#stay && at >= this.#stay.at ? at + 1 : at;
  }

  /** Shows a tab, words, filters or an order from the first row. */
  async load(look: Partial<Look> = {}): Promise<void> {
    this.look = { ...this.look, ...look };
    this.loading = true;
    const turn = ++this.#turn;
    const first = this.#shown(turn).finally(() => {
      if (turn === this.#turn) this.loading = false;
    });
    this.#reading = first;
    await first;
    await this.#count(turn);
  }

  async #shown(turn: number): Promise<void> {
    const page = await this.#ask(turn, this.#read(0, ''));
    if (!page) return;
    this.#stay = null;
    this.#pages = new Pages().with(0, page.cards, page.next);
    this.#sized({ n: page.cards.length + (page.next ? 1 : 0), more: !!page.next });
  }

  filter(filters: Partial<Filters>): Promise<void> {
    return this.load({ filters: { ...this.look.filters, ...filters } });
  }

  order(sort: Sort): Promise<void> {
    return this.load({ sort });
  }

  /** Loads the pages that hold these rows: those in sight. */
  want(first: number, last: number): Promise<void> {
    this.#sight = { first, last };
    const turn = this.#turn;
    return this.#next(async () => {
      for (const page of this.#numbers(first, last))
        if (turn === this.#turn && !this.#pages.has(page)) await this.#fetch(page, turn);
    });
  }

  #next<T>(read: () => Promise<T>): Promise<T> {
    const reading = this.#reading.catch(() => {}).then(read);
    this.#reading = reading;
    return reading;
  }

  /** The pages of some rows. */
  #numbers(first: number, last: number): number[] {
    const from = Math.floor(Math.max(first, 0) / PAGE);
    const to = Math.ceil(Math.min(last, this.total) / PAGE);
    return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  }

  async #fetch(page: number, turn: number): Promise<void> {
    const told = await this.#ask(turn, this.#read(page, this.#pages.cursor(page)));
    if (!told) return;
    this.#pages = this.#pages.with(page, told.cards, told.next);
    this.#reached(page, told);
  }

  // The end of the list, where a page tells it.
  #reached(page: number, { cards, next }: QueuePage): void {
    const end = page * PAGE + cards.length;
    if (!next) this.#sized({ n: end, more: false });
    else if (end >= this.total) this.#sized({ n: end + 1, more: true });
  }

  #read(page: number, after: string): Promise<QueuePage> {
    const skip = after ? 0 : page * PAGE;
    return this.backend.Queue({ ...this.look, after, skip, limit: PAGE });
  }

  /** What was asked, or nothing where another look overtook it. */
  async #ask<T>(turn: number, asked: Promise<T>): Promise<T | undefined> {
    try {
      const told = await asked;
      return turn === this.#turn ? told : undefined;
    } catch (reason) {
      if (turn === this.#turn) throw reason;
      return undefined;
    }
  }

  #sized({ n, more }: Found): void {
    this.total = n;
    this.more = more;
  }

  async #count(turn: number): Promise<void> {
    if (turn !== this.#turn || !this.more) return;
    const query = { ...this.look, after: '', skip: 0, limit: 0 };
    const found = await this.#ask(turn, this.backend.CountQueue(query));
    if (found) this.#sized({ n: Math.max(found.n, this.#pages.end), more: found.more });
  }

  /**
   * Reads again what is in sight and what is around the selected row. The
   * selected card stays where it was even when it left the list: the agent is
   * still at work on it. A look that is on its way is let through first: who
   * waits for it opens what it finds.
   */
  async refresh(): Promise<void> {
    if (this.loading) await this.#reading.catch(() => {});
    const turn = ++this.#turn;
    const at = this.index;
    const card = this.row(at);
    await this.#next(() => this.#again(turn, at));
    if (turn !== this.#turn) return;
    this.loading = false;
    this.#stay = card && this.#pages.find(card.id) < 0 ? { at, card } : null;
    await this.#count(turn);
  }

  async #again(turn: number, at: number): Promise<void> {
    const { first, last } = this.#sight;
    const wanted = new Set([...this.#numbers(first, last), ...this.#numbers(at - 1, at + 2)]);
    if (wanted.size === 0) wanted.add(0);
    let pages = new Pages();
    for (const page of [...wanted].sort((a, b) => a - b)) {
      const after = pages.cursor(page) || this.#pages.cursor(page);
      const told = await this.#ask(turn, this.#read(page, after));
      if (!told) return;
      pages = pages.with(page, told.cards, told.next);
      this.#reached(page, told);
      if (!told.next) break;
    }
    this.#pages = pages;
  }

  /** The card that many steps away from the selected one, loaded on the way. */
  async step(by: number): Promise<Card | undefined> {
    const at = this.index < 0 ? 0 : this.index + by;
    if (at < 0) return this.row(0);
    await this.#near(at);
    return this.row(at);
  }

  /** Takes a card off the list and gives the one that follows it. */
  async leave(id: number): Promise<Card | undefined> {
    const at = this.#stay?.card.id === id ? this.#stay.at : this.rowOf(id);
    if (this.#stay?.card.id === id) this.#stay = null;
    else if (at >= 0) {
      this.#pages = this.#pages.without(id);
      this.total -= 1;
    }
    const next = Math.max(0, Math.min(at, this.length - 1));
    await this.#near(next);
    return this.row(next);
  }

  // A row that the agent goes to, where the list may not have scrolled yet.
  async #near(at: number): Promise<void> {
    if (this.row(at)) return;
    const sight = this.#sight;
    await this.want(at - 1, at + 1);
    this.#sight = sight;
  }

  /** Brings a card up to date with what the agent just did to its review. */
  patch(id: number, news: Partial<Card>): void {
    this.#pages = this.#pages.patched(id, news);
    if (this.#stay?.card.id === id)
      this.#stay = { ...this.#stay, card: { ...this.#stay.card, ...news } };
  }

  /** Whether the counters of the states know how many rows there are. */
  get whole(): boolean {
    return isWhole(this.look);
  }
}
