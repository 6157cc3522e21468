import { describe, expect, it } from 'vitest';
import { commandFor, defaults, names, type Keys } from '../src/lib/keys.ts';
import { Preferences } from '../src/lib/preferences.svelte.ts';
import { Recording } from '../src/lib/recording.svelte.ts';
import { Shortcuts, spelled } from '../src/lib/shortcuts.svelte.ts';
import { Fake } from './fake.ts';

const plain = { code: '', ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };
const press = (key: string, held = {}) => ({ ...plain, key, ...held });
const asks = (keys: Keys, key: string, held = {}) =>
  commandFor(press(key, held), 'elsewhere', keys);

async function started(fake = new Fake()) {
  const preferences = new Preferences(fake.backend);
  await preferences.read();
  return { fake, shortcuts: new Shortcuts(preferences) };
}

describe('the table', () => {
  it('gives no key to two commands', () => {
    const all = names.flatMap((name) => [...defaults[name]]);
    expect(all.filter((chord, at) => all.indexOf(chord) !== at)).toEqual([]);
  });
});

describe('a changed shortcut', () => {
  it('holds at once, at the next start, and leaves the others', async () => {
    const { fake, shortcuts } = await started();
    await shortcuts.give('next', 'h');
    await shortcuts.take('next', 'j');
    for (const { inForce } of [shortcuts, (await started(fake)).shortcuts]) {
      expect(asks(inForce, 'h')).toBe('next');
      expect(asks(inForce, 'j')).toBeNull();
      expect(asks(inForce, 'k')).toBe('previous');
    }
  });

  it('is taken from the command that had it', async () => {
    const { shortcuts } = await started();
    expect(shortcuts.clash('skip', 'j')).toEqual({ why: 'taken', by: 'next' });
    await shortcuts.give('skip', 'j');
    expect(asks(shortcuts.inForce, 'j')).toBe('skip');
    expect(shortcuts.of('next')).toEqual(['arrowdown']);
  });

  it('can be given back, from whoever has its keys now', async () => {
    const { fake, shortcuts } = await started();
    await shortcuts.give('skip', 'j');
    await shortcuts.reset('next');
    expect(asks(shortcuts.inForce, 'j')).toBe('next');
    expect(shortcuts.of('skip')).toEqual(['n']);
    expect(shortcuts.anyChanged).toBe(false);
    await shortcuts.take('next', 'j');
    await shortcuts.setLetters(false);
    await shortcuts.resetAll();
    expect((await started(fake)).shortcuts.inForce).toEqual(defaults);
  });

  it('may be none at all', async () => {
    const { shortcuts } = await started();
    await shortcuts.take('undo', 'z');
    await shortcuts.take('undo', 'ctrl+z');
    expect(asks(shortcuts.inForce, 'z')).toBeNull();
    expect(shortcuts.shown('undo')).toBe('');
    expect(shortcuts.spoken('undo')).toBeUndefined();
  });

  it('is not a key that types, moves or closes, nor a digit', async () => {
    const { shortcuts } = await started();
    for (const chord of ['tab', 'shift+tab', 'escape', 'enter', ' ', 'ctrl+c', 'control', 'end']) {
      expect(shortcuts.clash('next', chord), chord).toEqual({ why: 'reserved' });
    }
    expect(shortcuts.clash('next', 'alt+digit')).toEqual({ why: 'digit' });
    expect(shortcuts.clash('repair', 'y')).toEqual({ why: 'digit' });
    for (const chord of ['$', 'f9', 'ctrl+shift+y', 'alt+y', '*']) {
      expect(shortcuts.clash('next', chord), chord).toBeNull();
    }
  });

  it('counts as nothing where the profile holds words that are not ours', async () => {
    for (const kept of ['"x"', 'null', '{"changed":{"next":5,"gone":["y"]}}', '{"changed":null}']) {
      const fake = new Fake();
      fake.remembered.keys = kept;
      expect((await started(fake)).shortcuts.inForce).toEqual(defaults);
    }
  });
});

describe('letters alone', () => {
  it('can be off all at once, and then no lone character asks for anything', async () => {
    const { fake, shortcuts } = await started();
    await shortcuts.setLetters(false);
    const { inForce } = (await started(fake)).shortcuts;
    for (const key of [...'abcdefghijklmnopqrstuvwxyz?123456789&é']) {
      expect(asks(inForce, key, { code: key === '&' ? 'Digit1' : '' }), key).toBeNull();
    }
    expect(asks(inForce, 'Enter', { ctrlKey: true })).toBe('validate');
    expect(asks(inForce, 'ArrowDown')).toBe('next');
    expect(asks(inForce, '1', { altKey: true })).toBe('repair-1');
    expect(asks(inForce, 'P', { ctrlKey: true, shiftKey: true })).toBe('palette');
  });
});

describe('recording', () => {
  async function waiting(name: 'skip' | 'repair' = 'skip') {
    const { shortcuts } = await started();
    const recording = new Recording(shortcuts);
    recording.begin(name);
    return { shortcuts, recording };
  }

  it('waits through held keys and takes the chord', async () => {
    const { shortcuts, recording } = await waiting();
    expect(await recording.hear(press('Control', { ctrlKey: true }))).toBe(false);
    expect(recording.name).toBe('skip');
    expect(await recording.hear(press('y', { ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(shortcuts.of('skip')).toEqual(['n', 'ctrl+shift+y']);
    expect(recording.name).toBeNull();
    expect(recording.told).toContain('Ctrl Maj Y');
  });

  it('tells who has the key, and takes it only when told to', async () => {
    const { shortcuts, recording } = await waiting();
    await recording.hear(press('j'));
    expect(recording.told).toBe('J sert déjà à «\u00a0Avis suivant dans la liste\u00a0».');
    expect(shortcuts.of('next')).toContain('j');
    await recording.give(recording.taken!.chord);
    expect(shortcuts.of('next')).not.toContain('j');
  });

  it('refuses in words and goes on waiting', async () => {
    const { recording } = await waiting();
    await recording.hear(press('Enter'));
    expect(recording.told).toContain('choisissez une autre touche');
    await recording.hear(press('4', { code: 'Digit4' }));
    expect(recording.told).toContain('corrections');
    await recording.hear(press('e', { ctrlKey: true, altKey: true }));
    expect(recording.told).toContain('AltGr');
    expect(recording.name).toBe('skip');
  });
});

describe('a key as it is written', () => {
  it.each([
    ['j', 'J'],
    ['ctrl+shift+p', 'Ctrl Maj P'],
    ['alt+digit', 'Alt 1 … 9'],
    ['arrowdown', '↓'],
    ['ctrl++', 'Ctrl +'],
    ['+', '+'],
    ['f1', 'F1'],
  ])('%s is %s', (chord, written) => expect(spelled(chord)).toBe(written));

  it('is said to screen readers as they expect it', async () => {
    const { shortcuts } = await started();
    expect(shortcuts.spoken('draft')).toBe('R Control+G');
    expect(shortcuts.spoken('validate')).toBe('Control+Enter');
  });
});
