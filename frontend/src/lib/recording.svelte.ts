// Changing one shortcut: waiting for the key, then giving it, or saying why not.
import { chordOf, type Name, type Press } from './keys.ts';
import { spelled, type Shortcuts } from './shortcuts.svelte.ts';
import { speech } from './speech.svelte.ts';

const held = ['Control', 'Shift', 'Alt', 'AltGraph', 'Meta'];

export class Recording {
  /** The command that waits for its key. */
  name = $state<Name | null>(null);
  /** What came of the last key, in words. */
  told = $state('');
  /** A chord that another command has, to be taken from it or left. */
  taken = $state<{ chord: string } | null>(null);

  constructor(private readonly shortcuts: Shortcuts) {}

  begin(name: Name): void {
    this.name = name;
    this.taken = null;
    const { press, pressDigit } = speech.words.shortcuts;
    this.told = name === 'repair' ? pressDigit : press;
  }

  end(): void {
    this.name = null;
    this.taken = null;
    this.told = '';
  }

  /** Hears a key while waiting; true once the command has it. */
  async hear(press: Press): Promise<boolean> {
    const name = this.name;
    if (!name || held.includes(press.key)) return false;
    const chord = chordOf(press);
    const w = speech.words.shortcuts;
    const clash = chord ? this.shortcuts.clash(name, chord) : { why: 'reserved' as const };
    this.taken = clash?.why === 'taken' ? { chord } : null;
    if (clash?.why === 'reserved') this.told = w.reserved(chord ? spelled(chord) : 'AltGr');
    else if (clash?.why === 'digit') this.told = w.digits;
    else if (clash?.why === 'taken')
      this.told = w.taken(spelled(chord), speech.words.commands[clash.by]);
    else return this.give(chord);
    return false;
  }

  /** Gives the waiting command a chord, even one that another has. */
  async give(chord: string): Promise<boolean> {
    const name = this.name;
    if (!name) return false;
    this.end();
    await this.shortcuts.give(name, chord);
    this.told = speech.words.shortcuts.given(spelled(chord), speech.words.commands[name]);
    return true;
  }
}
