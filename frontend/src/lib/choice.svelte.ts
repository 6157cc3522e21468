// What stands over the reply while an agent chooses between drafts. A panel may
// be opened from another: Escape closes the last one, and the focus goes back
// to where it was opened from.
import { holdFocus } from './focus.ts';
import type { RejectReason, Reply, ShownPrompt } from './types.ts';

/** wish: what the next draft is to be; reject: why one will not do. */
export type Panel = 'wish' | 'compare' | 'reject' | 'prompt';

/** A version with what a model was given for it. */
export interface Prompted {
  version: Reply;
  prompt: ShownPrompt;
}

interface Opened {
  panel: Panel;
  back: () => Promise<void>;
}

export class Choice {
  /** The number of the version beside the one in force; 0 for the newest other. */
  beside = $state(0);
  /** What the reject panel is about. */
  rejecting = $state.raw<Reply | null>(null);
  /** What the prompt panel shows. */
  prompted = $state.raw<Prompted | null>(null);
  reasons = $state.raw<RejectReason[]>([]);
  #open = $state.raw<Opened[]>([]);

  /** The panel that Escape closes; null when none is open. */
  get top(): Panel | null {
    return this.#open.at(-1)?.panel ?? null;
  }

  shows(panel: Panel): boolean {
    return this.#open.some((opened) => opened.panel === panel);
  }

  /** Opens a panel over those that are open, and notes where the focus was. */
  open(panel: Panel): void {
    if (!this.shows(panel)) this.#open = [...this.#open, { panel, back: holdFocus('reply') }];
  }

  /** Closes a panel, and what was opened after it, and gives the focus back. */
  async close(panel = this.top): Promise<void> {
    const at = this.#open.findIndex((opened) => opened.panel === panel);
    if (at < 0) return;
    const { back } = this.#open[at]!;
    this.#open = this.#open.slice(0, at);
    await back();
  }

  /** Closes everything: another review is opened, or a draft begins. */
  clear(): void {
    this.#open = [];
    this.beside = 0;
  }

  /** What a reason's code says to an agent. */
  reason(code: string): string {
    return this.reasons.find((reason) => reason.code === code)?.label ?? code;
  }
}
