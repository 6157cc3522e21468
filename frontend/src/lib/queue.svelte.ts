// The list of reviews: one tab, one search, pages loaded as they are needed.
import type { Backend } from './backend.ts';
import type { Card, QueuePage, Tab } from './types.ts';

const PAGE = 50;

export class Queue {
  tab = $state<Tab>('todo');
  search = $state('');
  cards = $state.raw<Card[]>([]);
  selected = $state<number | null>(null);
  loading = $state(false);
  #next = '';
  #turn = 0;
  #more: Promise<void> | null = null;

  constructor(private readonly backend: Pick<Backend, 'Queue'>) {}

  get complete(): boolean {
    return this.#next === '';
  }

  get index(): number {
    return this.cards.findIndex((card) => card.id === this.selected);
  }

  /** Shows a tab or a search from its first page. */
  async load(tab = this.tab, search = this.search): Promise<void> {
    this.tab = tab;
    this.search = search;
    this.loading = true;
    const turn = ++this.#turn;
    try {
      const page = await this.#page('');
      if (turn === this.#turn) this.#show(page.cards, page.next);
    } finally {
      if (turn === this.#turn) this.loading = false;
    }
  }

  /** Adds the next page, if there is one and nothing else is on its way. */
  more(): Promise<void> {
    if (this.complete || this.loading) return Promise.resolve();
    this.#more ??= this.#append().finally(() => (this.#more = null));
    return this.#more;
  }

  async #append(): Promise<void> {
    const turn = this.#turn;
    const page = await this.#page(this.#next);
    if (turn !== this.#turn) return;
    const known = new Set(this.cards.map((card) => card.id));
    this.#show([...this.cards, ...page.cards.filter((card) => !known.has(card.id))], page.next);
  }

  /**
   * Reads again as many cards as are shown. The selected one stays where it
   * was even when it left this tab: the agent is still working on it.
   */
  async refresh(): Promise<void> {
    const turn = ++this.#turn;
    const wanted = this.cards.length;
    let { cards, next } = await this.#page('');
    while (cards.length < wanted && next && turn === this.#turn) {
      const page = await this.#page(next);
      cards = [...cards, ...page.cards];
      next = page.next;
    }
    if (turn !== this.#turn) return;
    this.loading = false;
    this.#show(this.#withSelected(cards), next);
  }

  #withSelected(cards: Card[]): Card[] {
    const at = this.index;
    if (at < 0 || cards.some((card) => card.id === this.selected)) return cards;
    return [...cards.slice(0, at), this.cards[at]!, ...cards.slice(at)];
  }

  #show(cards: Card[], next: string): void {
    this.cards = cards;
    this.#next = next;
  }

  #page(after: string): Promise<QueuePage> {
    return this.backend.Queue({ tab: this.tab, search: this.search, after, limit: PAGE });
  }

  /** The card that many steps away from the selected one, loading on the way. */
  async step(by: number): Promise<Card | undefined> {
    const at = this.index + by;
    if (at >= this.cards.length) await this.more();
    return this.cards[this.index < 0 && by < 0 ? 0 : Math.max(0, at)];
  }

  /** Takes a card off the list and gives the one that follows it. */
  async leave(id: number): Promise<Card | undefined> {
    const at = this.cards.findIndex((card) => card.id === id);
    if (at === this.cards.length - 1) await this.more();
    this.cards = this.cards.filter((card) => card.id !== id);
    return this.cards[Math.max(0, Math.min(at, this.cards.length - 1))];
  }

  /** Brings a card up to date with what the agent just did to its review. */
  patch(id: number, news: Partial<Card>): void {
    this.cards = this.cards.map((card) => (card.id === id ? { ...card, ...news } : card));
  }
}
