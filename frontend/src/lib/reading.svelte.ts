// The sheet that is open for reading, beside what cites it.
import type { Backend } from './backend.ts';
import { focusOn, holdFocus } from './focus.ts';
import type { Messages } from './messages.svelte.ts';
import type { WholeSheet } from './types.ts';

/** What is to be read of a sheet: at least which one. */
export interface Cited {
  kind: string;
  sheet: string;
  /** The passage to show; none for the sheet from its top. */
  passage?: string;
  /** The words of that passage that were taken. */
  words?: string;
}

export class Reading {
  sheet = $state.raw<WholeSheet | null>(null);
  cited = $state.raw<Cited | null>(null);
  #back: (() => Promise<void>) | null = null;
  #turn = 0;

  /** The names of the pane, and of what takes the focus where what opened it is gone. */
  constructor(
    private readonly backend: Pick<Backend, 'ReadSheet'>,
    private readonly messages: Messages,
    readonly pane: string,
    private readonly standIn: string,
  ) {}

  /** Opens a sheet at what is cited of it, and takes the focus there. */
  async open(cited: Cited): Promise<void> {
    const turn = ++this.#turn;
    const back = this.sheet ? this.#back : holdFocus(this.standIn);
    const sheet = await this.messages.guard(this.backend.ReadSheet(cited.kind, cited.sheet));
    if (!sheet || turn !== this.#turn) return;
    this.#back = back;
    this.cited = cited;
    this.sheet = sheet;
    await focusOn(this.pane);
  }

  /** Closes it and gives the focus back. */
  async close(): Promise<void> {
    const back = this.#back;
    this.clear();
    await back?.();
  }

  /** Closes it where the focus has gone elsewhere. */
  clear(): void {
    this.#turn++;
    this.#back = null;
    this.sheet = null;
    this.cited = null;
  }
}
