// What the window itself remembers from one start to the next, kept in the
// profile: the widths of its panes, its keys, its look, the agent's own words.
import type { Backend } from './backend.ts';
import type { PreferenceName } from './types.ts';

export class Preferences {
  #all = $state.raw<Record<string, string>>({});

  constructor(private readonly backend: Pick<Backend, 'Preferences' | 'Remember'>) {}

  async read(): Promise<void> {
    this.#all = await this.backend.Preferences();
  }

  /** What was remembered, or otherwise; words that are not ours count as nothing. */
  of<T>(name: PreferenceName, otherwise: T): T {
    try {
      return JSON.parse(this.#all[name] ?? '') as T;
    } catch {
      return otherwise;
    }
  }

  /** Shows a choice at once and keeps it. */
  async keep(name: PreferenceName, choice: unknown): Promise<void> {
    const value = JSON.stringify(choice);
    this.#all = { ...this.#all, [name]: value };
    await this.backend.Remember(name, value);
  }
}
