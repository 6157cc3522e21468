// How long reviews are kept, and the erasure that a person asks for. Nothing
// here can be taken back: what would go is counted first.
import type { Backend } from './backend.ts';
import type { Proof } from './types.ts';

type Calls = Pick<Backend, 'Expired' | 'Purge' | 'FindPerson' | 'Erase' | 'Proofs'>;

export class Retention {
  /** How many reviews and rows kept aside have run out; -1 while that is not known. */
  expired = $state(-1);
  proofs = $state.raw<Proof[]>([]);
  /** How many reviews and rows hold the words; -1 before they were looked for. */
  traces = $state(-1);
  /** The words that were looked for: those that would be erased. */
  words = $state('');

  constructor(private readonly backend: Calls) {}

  async read(): Promise<void> {
    const { ids, quarantined } = await this.backend.Expired();
    this.expired = (ids?.length ?? 0) + (quarantined?.length ?? 0);
    this.proofs = await this.backend.Proofs();
  }

  async purge(): Promise<void> {
    await this.backend.Purge();
    await this.read();
  }

  /** Counts where somebody's words stand. */
  async find(words: string): Promise<void> {
    this.forget();
    const found = await this.backend.FindPerson(words);
    this.words = words;
    this.traces = (found.reviews?.length ?? 0) + (found.quarantined?.length ?? 0);
  }

  /** Erases for good what was found, for a reason that names nobody. */
  async erase(reason: string): Promise<void> {
    await this.backend.Erase(this.words, reason);
    this.forget();
    await this.read();
  }

  forget(): void {
    this.words = '';
    this.traces = -1;
  }
}
