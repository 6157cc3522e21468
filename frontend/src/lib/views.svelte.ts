// What narrows the list: the filters on show, what they propose, and the views
// that were given a name.
import type { Backend } from './backend.ts';
import { filled, narrowing, noFilters } from './looking.ts';
import type { Messages } from './messages.svelte.ts';
import type { Queue } from './queue.svelte.ts';
import { speech } from './speech.svelte.ts';
import type { Choices, NamedView } from './types.ts';

export class Views {
  shown = $state(false);
  named = $state.raw<NamedView[]>([]);
  choices = $state.raw<Choices>({ people: [], structures: [] });
  /** The view that the list shows, "" for none. */
  current = $state('');

  constructor(
    private readonly backend: Pick<Backend, 'Views' | 'SaveView' | 'RemoveView' | 'Choices'>,
    private readonly queue: Queue,
    private readonly messages: Messages,
  ) {}

  /** How many kinds of filters are in force. */
  get count(): number {
    return narrowing(this.queue.look.filters);
  }

  /** Shows or hides the filters; what they propose is read when they show. */
  async toggle(): Promise<void> {
    this.shown = !this.shown;
    if (this.shown) await this.messages.guard(this.read());
  }

  async read(): Promise<void> {
    this.choices = await this.backend.Choices();
    this.named = await this.backend.Views();
  }

  /** Shows the list as a view names it; none shows the whole tab. */
  async apply(name: string): Promise<void> {
    this.current = name;
    const view = this.named.find((one) => one.name === name);
    if (!view) return this.clear();
    const { tab, search, filters, sort } = view.query;
    await this.queue.load({ tab, search, sort, filters: filled(filters) });
  }

  async clear(): Promise<void> {
    this.current = '';
    await this.queue.load({ search: '', filters: noFilters, sort: '' });
  }

  /** Keeps what the list shows under a name. */
  async save(name: string): Promise<void> {
    const words = speech.words.queue.views;
    if (!name) return this.messages.tell(words.nameless);
    const query = { ...this.queue.look, after: '', skip: 0, limit: 0 };
    const former = this.named.find((one) => one.name === name);
    await this.backend.SaveView({ name, query });
    await this.read();
    this.current = name;
    this.messages.tell(words.saved(name), () => this.#back(name, former));
  }

  // A view that stood under the name comes back; else the name goes.
  async #back(name: string, former: NamedView | undefined): Promise<boolean> {
    if (former) return this.#again(former);
    this.current = '';
    const gone = this.backend.RemoveView(name).then(() => this.read());
    return !!(await this.messages.guard(gone.then(() => true)));
  }

  /** Forgets a view; it can be kept again as it was. */
  async remove(name: string): Promise<void> {
    const view = this.named.find((one) => one.name === name);
    await this.backend.RemoveView(name);
    await this.read();
    this.current = '';
    this.messages.tell(
      speech.words.queue.views.removed(name),
      view ? () => this.#again(view) : null,
    );
  }

  async #again(view: NamedView): Promise<boolean> {
    const kept = this.backend.SaveView(view).then(() => this.read());
    return !!(await this.messages.guard(kept.then(() => true)));
  }
}
