// How the window looks: its theme, its contrast, the size of its text, its
// motion, and how long its notices stay. The agent's choice is kept in the profile; what they leave to the
// system follows it as it changes.
import type { Preferences } from './preferences.svelte.ts';

export const themes = ['system', 'light', 'dark'] as const;
export const contrasts = ['system', 'more'] as const;
export const motions = ['system', 'less'] as const;
/** Sizes of text, in percent of the system's. */
export const sizes = [100, 110, 125, 150, 175, 200] as const;

/** How many seconds a notice stays; 0 until it is closed. */
export const stays = [20, 60, 0] as const;

/** What the agent chose. */
export interface Choice {
  theme: (typeof themes)[number];
  contrast: (typeof contrasts)[number];
  motion: (typeof motions)[number];
  size: (typeof sizes)[number];
  stay: (typeof stays)[number];
}

/** What a fresh profile has: all as the system says. */
export const asSystem: Choice = {
  theme: 'system',
  contrast: 'system',
  motion: 'system',
  size: 100,
  stay: 20,
};

const asked = {
  contrast: '(prefers-contrast: more)',
  motion: '(prefers-reduced-motion: reduce)',
};

export class Look {
  readonly choice = $derived.by(() => understood(this.preferences.of<unknown>('look', asSystem)));
  #system = $state.raw({ contrast: false, motion: false });

  constructor(private readonly preferences: Preferences) {}

  /** Follows what the system asks for; the answer stops following. */
  follow(): () => void {
    const queries = Object.values(asked).map((query) => window.matchMedia(query));
    const hear = () => {
      const [contrast, motion] = queries.map((query) => query.matches);
      this.#system = { contrast: !!contrast, motion: !!motion };
    };
    hear();
    queries.forEach((query) => query.addEventListener('change', hear));
    return () => queries.forEach((query) => query.removeEventListener('change', hear));
  }

  /** Dresses the page: theme.css reads these marks. */
  dress(root: HTMLElement): void {
    const { theme, contrast, motion, size } = this.choice;
    mark(root, 'theme', theme === 'system' ? '' : theme);
    mark(root, 'contrast', contrast === 'more' || this.#system.contrast ? 'more' : '');
    mark(root, 'motion', motion === 'less' || this.#system.motion ? 'less' : '');
    root.style.fontSize = size === 100 ? '' : `${size}%`;
  }

  /** Shows a choice at once and keeps it. */
  async keep(news: Partial<Choice>): Promise<void> {
    await this.preferences.keep('look', { ...this.choice, ...news });
  }
}

function mark(root: HTMLElement, name: string, value: string): void {
  if (value) root.dataset[name] = value;
  else delete root.dataset[name];
}

// Words that are not ours count as nothing.
function understood(kept: unknown): Choice {
  const told = (kept ?? {}) as Partial<Choice>;
  return {
    theme: oneOf(themes, told.theme),
    contrast: oneOf(contrasts, told.contrast),
    motion: oneOf(motions, told.motion),
    size: oneOf(sizes, told.size),
    stay: oneOf(stays, told.stay),
  };
}

const oneOf = <T>(all: readonly T[], told: T | undefined): T =>
  all.includes(told as T) ? (told as T) : all[0]!;
