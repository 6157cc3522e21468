// The reviews that are chosen together, and what is done to them.
import type { Backend } from './backend.ts';
import { toggled } from './looking.ts';
import type { Messages } from './messages.svelte.ts';
import type { Queue } from './queue.svelte.ts';
import { speech } from './speech.svelte.ts';
import type { Tasks } from './tasks.svelte.ts';
import type { Many, ManyAction } from './types.ts';

export class Crowd {
  marked = $state.raw<number[]>([]);
  /** Whether all that the list finds are chosen, loaded or not. */
  all = $state(false);
  /** What is about to be done to them, null while nothing is asked. */
  asking = $state<ManyAction | null>(null);
  /** How many it would change; -1 while that is being counted. */
  foreseen = $state(-1);
  #last: number | null = null;
  #turn = 0;

  constructor(
    private readonly backend: Backend,
    private readonly queue: Queue,
    private readonly messages: Messages,
    private readonly tasks: Tasks,
  ) {}

  get any(): boolean {
    return this.all || this.marked.length > 0;
  }

  has(id: number): boolean {
    return this.all || this.marked.includes(id);
  }

  /** Chooses a review, or no longer. */
  toggle(id: number): void {
    if (this.all) this.clear();
    this.marked = toggled(this.marked, id);
    this.#last = id;
    if (this.asking) void this.ask(this.asking);
  }

  /** Chooses every loaded row between the last one chosen and this one. */
  reach(id: number): void {
    const to = this.queue.rowOf(id);
    const from = this.#last === null ? to : this.queue.rowOf(this.#last);
    const [low, high] = from < to ? [Math.max(from, 0), to] : [to, from];
    const ids = [];
    for (let at = low; at <= high; at++) ids.push(this.queue.row(at)?.id);
    this.marked = [...new Set([...this.marked, ...ids.filter((one) => one !== undefined)])];
  }

  chooseAll(): void {
    this.marked = [];
    this.all = this.queue.length > 0;
    if (this.asking) void this.ask(this.asking);
  }

  clear(): void {
    this.marked = [];
    this.all = false;
    this.asking = null;
    this.#last = null;
  }

  /** Counts what an action would change, before it is done. */
  async ask(action: ManyAction): Promise<void> {
    this.asking = action;
    this.foreseen = -1;
    const turn = ++this.#turn;
    const n = await this.messages.guard(this.backend.CountMany(this.#many(action, '')));
    if (turn === this.#turn) this.foreseen = n ?? -1;
  }

  /** Does it to all of them or to none; said is whom they go to, or why. */
  async go(said: string): Promise<void> {
    const action = this.asking;
    if (!action) return;
    const n = await this.messages.guard(this.backend.DoMany(this.#many(action, said)));
    if (n === undefined) return;
    this.clear();
    this.messages.tell(speech.words.queue.many.done[action](n), () => this.#undo());
    await this.queue.load();
  }

  async #undo(): Promise<boolean> {
    const n = await this.messages.guard(this.backend.UndoMany());
    if (n === undefined) return false;
    this.messages.tell(speech.words.queue.many.undone(n));
    await this.queue.load();
    return true;
  }

  /** Asks for drafts of those chosen; of all, where the list shows the new ones. */
  async draft(): Promise<void> {
    const asked = this.all ? this.tasks.all() : this.tasks.some(this.marked);
    if (await asked) this.clear();
  }

  #many(action: ManyAction, said: string): Many {
    const query = { ...this.queue.look, after: '', skip: 0, limit: 0 };
    const assignee = action === 'assign' ? said : '';
    return { action, ids: this.all ? [] : this.marked, query, assignee, reason: said };
  }
}
