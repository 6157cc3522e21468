// The keys in force: the table's own, as the agent changed them. The choice is
// kept in the profile; what it says of unknown commands counts as nothing.
import { defaults, names, single, type Keys, type Name } from './keys.ts';
import type { Preferences } from './preferences.svelte.ts';
import { speech } from './speech.svelte.ts';

/** What is kept: the keys of changed commands, and whether lone characters ask. */
interface Kept {
  changed: Partial<Record<Name, string[]>>;
  letters: boolean;
}

/** Why a chord cannot be given: it types or moves, or a command has it already. */
export type Clash = { why: 'reserved' | 'digit' } | { why: 'taken'; by: Name };

const none: Kept = { changed: {}, letters: true };
// These move, write or close everywhere: no command may take them.
const reserved =
  /^(?:(?:shift\+)?tab|(?:shift\+)?escape|enter| |backspace|delete|arrow(?:left|right)|home|end|page(?:up|down)|dead|process|unidentified|insert|contextmenu|ctrl\+[acvxy]|(?:.*\+)?(?:control|shift|alt|altgraph|meta|os|capslock|numlock))$/;

export class Shortcuts {
  readonly #kept = $derived.by(() => understood(this.preferences.of<unknown>('keys', none)));
  readonly #chosen = $derived({ ...defaults, ...this.#kept.changed } as Keys);
  /** What a key press is looked up in. */
  readonly inForce = $derived(this.letters ? this.#chosen : withoutSingle(this.#chosen));

  constructor(private readonly preferences: Preferences) {}

  /** Whether lone letters, digits and signs ask for anything (WCAG 2.1.4). */
  get letters(): boolean {
    return this.#kept.letters;
  }

  /** The keys of a command, those included that are off with all lone letters. */
  of(name: Name): readonly string[] {
    return this.#chosen[name];
  }

  /** Whether a command's keys are no longer the table's. */
  changed(name: Name): boolean {
    return !!this.#kept.changed[name];
  }

  /** Whether anything at all is no longer as delivered. */
  get anyChanged(): boolean {
    return !this.letters || names.some((name) => this.changed(name));
  }

  /** Why a command cannot have a chord; null when it can. */
  clash(name: Name, chord: string): Clash | null {
    if (reserved.test(chord)) return { why: 'reserved' };
    if (chord.endsWith('digit') !== (name === 'repair')) return { why: 'digit' };
    const by = names.find((each) => each !== name && this.#chosen[each].includes(chord));
    return by ? { why: 'taken', by } : null;
  }

  /** Gives a command one more chord, taken from whichever had it. */
  async give(name: Name, chord: string): Promise<void> {
    const changed = { ...this.#kept.changed };
    for (const each of names) {
      if (each !== name && this.#chosen[each].includes(chord)) {
        changed[each] = this.#chosen[each].filter((held) => held !== chord);
      }
    }
    changed[name] = [...this.#chosen[name].filter((held) => held !== chord), chord];
    await this.#keep({ changed });
  }

  /** Takes a chord from a command; one without any is off. */
  async take(name: Name, chord: string): Promise<void> {
    const left = this.#chosen[name].filter((held) => held !== chord);
    await this.#keep({ changed: { ...this.#kept.changed, [name]: left } });
  }

  /** Gives a command its own keys back, taken from whichever had them. */
  async reset(name: Name): Promise<void> {
    for (const chord of defaults[name]) await this.give(name, chord);
    const { [name]: _, ...changed } = this.#kept.changed;
    await this.#keep({ changed });
  }

  /** Everything as delivered. */
  async resetAll(): Promise<void> {
    await this.preferences.keep('keys', none);
  }

  /** Lets lone characters ask for things, or not. */
  async setLetters(letters: boolean): Promise<void> {
    await this.#keep({ letters });
  }

  /** How a command's first key is written on a button; "" where it has none. */
  shown(name: Name): string {
    const chord = this.inForce[name][0];
    return chord ? spelled(chord) : '';
  }

  /** What aria-keyshortcuts says of a command. */
  spoken(name: Name): string | undefined {
    return this.inForce[name].map(forAria).join(' ') || undefined;
  }

  async #keep(news: Partial<Kept>): Promise<void> {
    const kept = { ...this.#kept, ...news };
    const changed = Object.entries(kept.changed).filter(
      ([name, keys]) => String(keys) !== String(defaults[name as Name]),
    );
    await this.preferences.keep('keys', { ...kept, changed: Object.fromEntries(changed) });
  }
}

function withoutSingle(keys: Keys): Keys {
  const left = names.map((name) => [name, keys[name].filter((chord) => !single(chord))]);
  return Object.fromEntries(left) as Keys;
}

function understood(kept: unknown): Kept {
  const { changed, letters } = (kept ?? {}) as Partial<Record<keyof Kept, unknown>>;
  const listed = Object.entries((changed ?? {}) as object).filter(
    ([name, keys]) => name in defaults && Array.isArray(keys) && keys.every(isChord),
  );
  return { changed: Object.fromEntries(listed) as Kept['changed'], letters: letters !== false };
}

const isChord = (chord: unknown): boolean => typeof chord === 'string' && chord !== '';

/** How a chord is written on a key cap: "Ctrl Maj P", "↓", "1 … 9". */
export function spelled(chord: string): string {
  const { keys, shortcuts } = speech.words;
  const caps: Record<string, string> = { ...shortcuts.caps, ...keys };
  return parts(chord)
    .map((part) => caps[part] ?? part.toUpperCase())
    .join(' ');
}

const ariaNames: Record<string, string> = {
  ctrl: 'Control',
  alt: 'Alt',
  shift: 'Shift',
  enter: 'Enter',
  escape: 'Escape',
  arrowdown: 'ArrowDown',
  arrowup: 'ArrowUp',
};

const forAria = (chord: string): string =>
  parts(chord)
    .map((part) => ariaNames[part] ?? part.toUpperCase())
    .join('+');

// "ctrl++" is Ctrl and the plus sign.
const parts = (chord: string): string[] => chord.split(/(?<=.)\+(?=.)/);
