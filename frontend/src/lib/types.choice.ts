// The shapes that Go sends about choosing between drafts.

/** How a draft is to differ from the usual one; {} is the usual draft. */
export interface Wish {
  length?: '' | 'short' | 'long';
  warmer?: boolean;
  precise?: boolean;
  /** In French even where the review is not. */
  french?: boolean;
}

/** Why a draft is rejected; the label is in the agent's language. */
export interface RejectReason {
  code: string;
  label: string;
}

/** What did not fit in a prompt; nothing where a number is missing. */
export interface LeftOut {
  /** Code points of the review. */
  runes?: number;
  passages?: number;
  examples?: number;
}

/** What a model was given; exact is false when it is laid out anew from data that changed. */
export interface ShownPrompt {
  system: string;
  user: string;
  exact: boolean;
  tokens: number;
  left_out: LeftOut;
}
