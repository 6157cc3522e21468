// Choosing between drafts in the window, with keys alone.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../src/lib/types.ts';
import { card, finding, reply } from './invented.ts';
import { at, click, fake, labelled, pass, press, show, textOf } from './shown.ts';

const machine = (number: number, over: Partial<Reply> = {}) => ({
  ...reply(number, `Brouillon ${number}.`, 'ollama'),
  prompted: true,
  ...over,
});
const held = () => document.activeElement as HTMLElement;
const besideShown = () => [...document.querySelectorAll<HTMLElement>('[data-version]')];

/** What stands there for the eye: the words for screen readers are left out. */
function inSight(place: HTMLElement): string {
  const copy = place.cloneNode(true) as HTMLElement;
  copy.querySelectorAll('.hidden-words').forEach((words) => words.remove());
  return copy.textContent!;
}

/** The first review alone, with these versions, the focus on the list. */
async function open(...versions: Reply[]) {
  await show(
    (f) => {
      for (const version of versions) f.write(1, version);
      if (versions.length === 0) return;
      f.states.set(1, 'drafted');
      f.cards = () => [{ ...card(1), state: f.states.get(1)! }];
    },
    [1],
  );
  at('queue').focus();
}

describe('asking otherwise', () => {
  it('opens on its first choice and drafts with Enter', async () => {
    await open();
    await press('a');
    expect(held()).toBe(at('wish-usual'));
    labelled();
    await click('wish-short');
    await click('wish-warmer');
    await press('Enter', { ctrlKey: true });
    expect(fake.wishes).toEqual([{ length: 'short', warmer: true }]);
    expect(at('wish')).toBeNull();
    expect(held().id).toBe('reply');
  });

  it('never validates with the key that drafts', async () => {
    await open(machine(1));
    await press('a');
    at('wish-draft').focus();
    await press('Enter', { ctrlKey: true });
    expect(fake.wishes).toEqual([{}]);
    expect(fake.calls).not.toContain('Validate 1');
  });

  it('closes with Escape and gives the focus back', async () => {
    await open();
    await press('a');
    await press('Escape');
    expect(at('wish')).toBeNull();
    expect(held()).toBe(at('queue'));
    await click('otherwise');
    expect(at('otherwise').getAttribute('aria-expanded')).toBe('true');
    await press('Escape');
    expect(held()).toBe(at('otherwise'));
    expect(fake.wishes).toEqual([]);
  });

  it('offers no French where the review is in French', async () => {
    await open();
    await press('a');
    expect(at('wish-french')).toBeNull();
  });

  it('offers French where the review is in another language', async () => {
    await show((f) => (f.notices = [{ kind: 'language', message: 'Pas en français.' }]), [1]);
    await press('a');
    await click('wish-french');
    await click('wish-draft');
    expect(fake.wishes).toEqual([{ french: true }]);
  });

  it('tells in its name what a version was asked for', async () => {
    await open(machine(1, { wish: { length: 'long' } }));
    expect(at('version-1').textContent).toContain('plus long');
    expect(at('written-by').textContent).toContain('plus long');
  });
});

describe('two versions side by side', () => {
  const blocked = [finding({ severity: 'block' }), finding()];
  beforeEach(() => open(machine(1, { findings: blocked }), machine(2), machine(3)));

  it('shows the one in force and the newest other, each with its findings', async () => {
    await press('w');
    expect(held()).toBe(at('compare'));
    expect(besideShown().map((v) => v.dataset.version)).toEqual(['3', '2']);
    at<HTMLSelectElement>('beside').value = '1';
    at('beside').dispatchEvent(new Event('change', { bubbles: true }));
    await pass();
    const [left, right] = besideShown();
    expect(inSight(left!)).toContain('Brouillon 3.');
    expect(inSight(right!)).toContain('Brouillon 1.');
    expect(right!.textContent).toContain('1\u00a0point à corriger');
    expect(right!.textContent).toContain('1\u00a0point à voir');
    labelled();
  });

  it('takes the other with the focus where it was, and swaps them', async () => {
    await press('w');
    await click('prefer');
    expect(besideShown().map((v) => v.dataset.version)).toEqual(['2', '3']);
    expect(held()).toBe(at('prefer'));
    expect(at('notice').textContent).toContain('version 2');
    await press('z');
    expect(besideShown().map((v) => v.dataset.version)).toEqual(['3', '2']);
  });

  it('under way, is not mistaken by Z for the act before it', async () => {
    await press('w');
    await click('prefer'); // the second, then the third again
    let end = () => {};
    fake.held = new Promise<void>((done) => (end = done));
    at('prefer').click();
    await pass();
    await press('z');
    end();
    await pass();
    expect(fake.calls.filter((call) => call.startsWith('Prefer'))).toEqual([
      'Prefer 1 2',
      'Prefer 1 3',
    ]);
    expect(besideShown().map((v) => v.dataset.version)).toEqual(['3', '2']);
    await press('z');
    await press('z');
    const asked = fake.calls.filter((call) => call.startsWith('Prefer'));
    expect(asked.slice(2)).toEqual(['Prefer 1 2', 'Prefer 1 3']);
  });

  it('closes with Escape and gives the focus back', async () => {
    await click('compare-open');
    expect(at('reply-body')).toBeNull();
    await press('Escape');
    expect(at('reply-body')).not.toBeNull();
    expect(held()).toBe(at('compare-open'));
  });

  it('is where Enter and F6 lead while it is open', async () => {
    await press('w');
    at('queue').focus();
    await press('Enter');
    expect(held()).toBe(at('compare'));
  });
});

it('goes back to a version as it was written, and keeps the others', async () => {
  await open(machine(1), machine(2));
  at('versions').click();
  await pass();
  expect(at<HTMLButtonElement>('version-2').disabled).toBe(true);
  await click('version-1');
  expect(fake.calls).toContain('Prefer 1 1');
  expect(textOf('reply-body')).toBe('Brouillon 1.');
  expect(at('written-by').textContent).toContain('par modèle local');
  expect(held()).toBe(at('versions'));
  await press('z');
  expect(textOf('reply-body')).toBe('Brouillon 2.');
});

describe('rejecting', () => {
  it('asks a reason, keeps it and offers another draft', async () => {
    await open(machine(1));
    await press('g');
    expect(held()).toBe(at('reject-wrong'));
    await press('Enter');
    expect(at('reject').textContent).toContain('Choisissez');
    labelled();
    await click('reject-tone');
    await press('Enter');
    expect(fake.calls).toContain('Reject 1 1 tone');
    expect(at('written-by').textContent).toContain('rejeté\u00a0: Le ton');
    expect(held()).toBe(at('queue'));
    await click('notice-offer');
    expect(fake.calls).toContain('Draft 1 trame');
  });

  it('closes before what it was opened from', async () => {
    await open(machine(1), machine(2));
    await press('w');
    await click('reject-open-1');
    expect(at('reject')).not.toBeNull();
    await press('Escape');
    expect(at('reject')).toBeNull();
    expect(at('compare')).not.toBeNull();
    expect(held()).toBe(at('reject-open-1'));
  });

  it('is not offered on what an agent wrote', async () => {
    await open(reply(1, 'De ma main.'));
    expect(at('reject-open')).toBeNull();
    expect(at('prompt-open')).toBeNull();
  });
});

describe('what a model was given', () => {
  it('is read as text, with what was left out, and copied', async () => {
    await open(machine(1));
    fake.prompt = { ...fake.prompt, exact: false, left_out: { runes: 1200 } };
    await press('l');
    expect(at('prompt-user').textContent).toBe('La porte était <fermée>.');
    expect(at('prompt-left').textContent).toContain('1\u202f200');
    expect(at('prompt-inexact')).not.toBeNull();
    labelled();
    await click('prompt-copy');
    expect(fake.copied).toContain('Répondez en français.');
    expect(fake.copied).toContain('<fermée>');
    await press('j');
    expect(at('prompt')).not.toBeNull();
    await press('Escape');
    expect(at('prompt')).toBeNull();
    expect(held()).toBe(at('queue'));
  });

  it('says so when the clipboard takes nothing', async () => {
    await open(machine(1));
    fake.copied = null;
    await press('l');
    expect(at('prompt-inexact')).toBeNull();
    await click('prompt-copy');
    expect(at('prompt').textContent).toContain('n’a pas été possible');
  });
});

it('lists every key of these in the help sheet', async () => {
  await open(machine(1), machine(2));
  await press('?');
  const told = at('help').textContent!;
  for (const name of ['autrement', 'Comparer', 'Prendre', 'Rejeter', 'a reçu']) {
    expect(told).toContain(name);
  }
});
