// The models of this workstation, the work under way on one of them, and the
// advice for this machine.
import type { Backend } from './backend.ts';
import type { Messages } from './messages.svelte.ts';
import { settingKeys } from './settingkeys.ts';
import { speech } from './speech.svelte.ts';
import type { Advice, ModelCard, ModelEvent, ModelPage, WriterName } from './types.ts';

type Asked =
  | 'Models'
  | 'Advise'
  | 'ChooseModel'
  | 'ImportModel'
  | 'BenchModel'
  | 'RemoveModel'
  | 'StopModel'
  | 'Set';

export class Models {
  page = $state.raw<ModelPage | null>(null);
  /** What is being imported or measured; null when nothing is. */
  work = $state.raw<ModelEvent | null>(null);
  advice = $state.raw<Advice | null>(null);
  advising = $state(false);
  /** The model that goes once its notice has gone. */
  #going = $state('');

  constructor(
    private readonly backend: Pick<Backend, Asked>,
    private readonly messages: Messages,
    private readonly changed: () => Promise<void>,
  ) {}

  /** The models that stay. */
  get all(): ModelCard[] {
    return this.page?.models.filter((model) => model.name !== this.#going) ?? [];
  }

  async read(): Promise<void> {
    this.page = (await this.messages.guard(this.backend.Models())) ?? this.page;
  }

  /**
   * Reads again what changes by itself. A server that is too busy to answer
   * leaves the page as it was: nobody asked, and the next look comes soon.
   */
  async glance(): Promise<void> {
    this.page = await this.backend.Models().catch(() => this.page);
  }

  /** Asks for a GGUF file and takes it in; false when the agent cancels. */
  async import(): Promise<boolean> {
    const path = await this.messages.guard(this.backend.ChooseModel());
    if (!path) return false;
    const name = path.split(/[/\\]/).at(-1)!;
    return this.#begin('import', name, () => this.backend.ImportModel(path));
  }

  /** Measures how fast a model writes here. */
  async bench(name: string): Promise<boolean> {
    return this.#begin('bench', name, () => this.backend.BenchModel(name));
  }

  // Shown before Go answers: the first event may be seconds away.
  async #begin(
    work: ModelEvent['work'],
    name: string,
    call: () => Promise<void>,
  ): Promise<boolean> {
    if (this.work) return false;
    const progress = { step: '', done: 0, total: 0, left_s: 0 };
    this.work = { work, name, ...progress, state: 'working', error: null };
    try {
      await call();
      return true;
    } catch (reason) {
      this.work = null;
      this.messages.fail(reason);
      return false;
    }
  }

  async stop(): Promise<void> {
    await this.messages.guard(this.backend.StopModel());
  }

  /** Follows the work under way; its end is told wherever the agent is. */
  hear(event: ModelEvent): void {
    this.work = event.state === 'working' ? event : null;
    if (event.state === 'working') return;
    const words = speech.words.models;
    if (event.state === 'failed') this.messages.fail(event.error ?? words.failed);
    else this.messages.tell(words.ended[event.work][event.state](event.name));
    void this.#reread();
  }

  async #reread(): Promise<void> {
    await this.read();
    await this.messages.guard(this.changed());
  }

  /** Makes a model the one that writes when a model is asked for. */
  async choose(name: string): Promise<void> {
    await this.#set(settingKeys.model, name);
  }

  /** Lets the chosen model write the drafts, or trame again. */
  async writes(writer: WriterName): Promise<void> {
    await this.#set(settingKeys.writer, writer);
  }

  async #set(key: string, value: string): Promise<void> {
    await this.messages.guard(this.backend.Set(key, value));
    await this.#reread();
  }

  /** Takes a model off this workstation: for good once the notice has gone. */
  async remove(name: string): Promise<void> {
    await this.messages.settle();
    this.#going = name;
    const stay = () => void (this.#going = '');
    this.messages.defer(speech.words.models.removed(name), stay, () => this.#removed(name));
  }

  async #removed(name: string): Promise<void> {
    await this.messages.guard(this.backend.RemoveModel(name));
    await this.#reread();
    if (this.#going === name) this.#going = '';
  }

  /** Measures this machine and judges the catalogue. */
  async advise(): Promise<void> {
    if (this.advising) return;
    this.advising = true;
    this.advice = (await this.messages.guard(this.backend.Advise())) ?? this.advice;
    this.advising = false;
  }
}
