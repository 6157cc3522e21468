// Writing the reply in the window: its field, what is flagged in it, by key.
import { EditorView } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import { card, finding, reply } from './invented.ts';
import { at, fake, labelled, pass, press, show, textOf, type } from './shown.ts';
import type { Finding, Source } from '../src/lib/types.ts';

const view = () => EditorView.findFromDOM(at('reply-body'))!;
const selected = () => {
  const { from, to } = view().state.selection.main;
  return view().state.sliceDoc(from, to);
};
const flags = () =>
  [...document.querySelectorAll('.flag')].map((e) => [e.className, e.textContent]);
// "Bonjour," and a blank line stand before the body: 10 code points.
const at1 = (start: number, end: number, over: Partial<Finding> = {}) =>
  finding({ start: start + 10, end: end + 10, ...over });

/** One review whose reply is this, with these findings. */
async function open(body: string, findings: Finding[] = [], prepare = (_: typeof fake) => {}) {
  await show(
    (f) => {
      f.states.set(1, 'drafted');
      f.cards = () => [card(1, 'drafted')];
      f.write(1, { ...reply(1, body), findings });
      f.findings = findings;
      prepare(f);
    },
    [1],
  );
}

const edit = async (from: number, to: number, insert: string) => {
  view().dispatch({ changes: { from, to, insert }, userEvent: 'input.type' });
  await pass();
};

describe('the field', () => {
  it('has a name, a language and no trap for Tab', async () => {
    await open('Merci.');
    const field = at('reply-body');
    expect(field.getAttribute('aria-label')).toBe('Corps de la réponse');
    expect(field.lang).toBe('fr');
    expect(field.getAttribute('role')).toBe('textbox');
    field.focus();
    const tab = new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true });
    field.dispatchEvent(tab);
    expect(tab.defaultPrevented).toBe(false);
    expect(textOf('reply-body')).toBe('Merci.');
  });

  it('keeps what is typed while a save is on its way', async () => {
    await open('Merci.');
    let end = () => {};
    fake.saving = new Promise((done) => (end = done));
    await edit(6, 6, ' Un');
    await pass(600);
    expect(fake.saves).toHaveLength(1);
    await edit(9, 9, ' deux');
    end();
    fake.saving = null;
    await pass(700);
    expect(textOf('reply-body')).toBe('Merci. Un deux');
    expect(fake.saves.at(-1)!.body).toBe('Merci. Un deux');
  });

  it('takes pasted lines as they are written here', async () => {
    await open('Merci.');
    const data = { getData: () => ' Un.\r\nDeux.', items: [], files: [], types: ['text/plain'] };
    const paste = new Event('paste', { bubbles: true, cancelable: true });
    Object.assign(paste, { clipboardData: data });
    view().dispatch({ selection: { anchor: 6 } });
    at('reply-body').dispatchEvent(paste);
    await pass();
    expect(textOf('reply-body')).toBe('Merci. Un.\nDeux.');
  });

  it('undoes what was typed, never into another text', async () => {
    await open('Merci.');
    at('reply-body').focus();
    await edit(6, 6, ' Bien à vous.');
    await press('z', { ctrlKey: true });
    expect(textOf('reply-body')).toBe('Merci.');
    await press('z', { ctrlKey: true });
    expect(textOf('reply-body')).toBe('Merci.');
  });

  it('undoes nothing of one review in another, even where both are empty', async () => {
    await show();
    at('reply-body').focus();
    await edit(0, 0, 'Merci');
    await edit(0, 5, '');
    at('queue').focus();
    await press('j');
    expect(at('review').dataset.id).toBe('2');
    at('reply-body').focus();
    await press('z', { ctrlKey: true });
    expect(textOf('reply-body')).toBe('');
  });

  it('is read-only while a draft streams into it', async () => {
    await open('Merci.');
    await press('r');
    fake.emit({ seq: 1, body: 'Nous' });
    await pass();
    fake.emit({ seq: 2, body: 'Nous avons lu' });
    await pass();
    expect(textOf('reply-body')).toBe('Nous avons lu');
    const field = at('reply-body');
    expect([field.ariaReadOnly ?? field.getAttribute('aria-readonly'), field.ariaBusy]).toEqual([
      'true',
      'true',
    ]);
    expect(fake.saves).toEqual([]);
    fake.write(1, reply(2, 'Nous avons lu.', 'trame'));
    fake.states.set(1, 'drafted');
    fake.versions.set(1, 9);
    fake.emit({ seq: 3, body: 'Nous avons lu.', state: 'done' });
    await pass();
    expect(textOf('reply-body')).toBe('Nous avons lu.');
    at('reply-body').focus();
    await press('z', { ctrlKey: true });
    expect(textOf('reply-body')).toBe('Nous avons lu.');
  });
});

describe('what is flagged', () => {
  const phone = at1(11, 13, { severity: 'block', message: 'Numéro inconnu.', repair: '02' });

  it('is underlined by its severity, and follows the text', async () => {
    await open('Appelez le 01.', [phone, at1(0, 7, { severity: 'info' })]);
    expect(flags()).toEqual([
      ['flag info', 'Appelez'],
      ['flag block', '01'],
    ]);
    await edit(0, 0, 'Vite\u202f! ');
    expect(flags().map(([, text]) => text)).toEqual(['Appelez', '01']);
  });

  it('is underlined when the checks have spoken of what was typed', async () => {
    await open('Merci.');
    fake.findings = [at1(18, 20)];
    await edit(6, 6, ' Appelez le 01.');
    expect(flags()).toEqual([]);
    await pass(700);
    expect(flags()).toEqual([['flag warn', '01']]);
  });

  it('is told by F8, and Enter repairs it', async () => {
    await open('Appelez le 01.', [phone]);
    at('queue').focus();
    await press('F8');
    expect(selected()).toBe('01');
    expect(at('flag-card').textContent).toContain('Numéro inconnu.');
    expect(at('spoken').textContent).toContain('Numéro inconnu.');
    fake.findings = [];
    await press('Enter');
    await pass();
    expect(textOf('reply-body')).toBe('Appelez le 02.');
    expect(at('flag-card')).toBeNull();
    await press('z', { ctrlKey: true });
    expect(textOf('reply-body')).toBe('Appelez le 01.');
  });

  it('goes round with F8 and back with Shift, and Escape only closes the card', async () => {
    await open('Appelez le 01 ou le 05.', [at1(11, 13), at1(20, 22)]);
    at('reply-body').focus();
    for (const words of ['01', '05', '01']) {
      await press('F8');
      expect(selected()).toBe(words);
    }
    await press('F8', { shiftKey: true });
    expect(selected()).toBe('05');
    await press('Escape');
    expect(at('flag-card')).toBeNull();
    expect(document.activeElement).toBe(at('reply-body'));
  });

  it('never types Enter over a flag that has no repair', async () => {
    await open('Appelez le 01.', [at1(11, 13)]);
    await press('F8');
    await press('Enter');
    expect(textOf('reply-body')).toBe('Appelez le 01.');
    expect(at('flag-card')).toBeNull();
  });

  it('is told in the field of the frame where it stands there', async () => {
    await open('Appelez le 01.', [finding({ start: 0, end: 7, message: 'Salut.' })]);
    document.querySelector<HTMLElement>('[data-testid=findings] .message')!.click();
    await pass();
    expect(document.activeElement).toBe(at('reply-greeting'));
  });

  it('is told to the pointer that rests on it, and Escape puts it away', async () => {
    await open('Appelez le 01.', [phone]);
    const flag = document.querySelector('.flag')!;
    const over = () => new PointerEvent('pointerover', { bubbles: true });
    flag.dispatchEvent(over());
    await pass(400);
    expect(at('flag-card').textContent).toContain('Numéro inconnu.');
    at('flag-card').dispatchEvent(over());
    await pass(400);
    expect(at('flag-card')).not.toBeNull();
    await press('Escape');
    expect(at('flag-card')).toBeNull();
    flag.dispatchEvent(over());
    await pass(400);
    at('reply-body').dispatchEvent(over());
    await pass(400);
    expect(at('flag-card')).toBeNull();
  });

  it('is shown where it begins when it runs over much of the text', async () => {
    const body = 'Nous avons lu. '.repeat(30);
    await open(body, [at1(100, 440)]);
    await press('F8');
    expect(at('flag-card')).not.toBeNull();
    expect([view().state.selection.main.head, selected()]).toEqual([100, '']);
  });

  it('says so where nothing is', async () => {
    await open('Merci.');
    await press('F8');
    expect(document.body.textContent).toContain('Rien n’est souligné');
  });
});

describe('ready words', () => {
  const source: Source = {
    sheet: 'F1',
    kind: 'particuliers',
    title: 'Passeport',
    url: 'https://a.fr/F1',
    date: '2020-09-04',
    passage: 'Le passeport se retire au guichet.\nApportez une pièce.',
  };
  const full = (f: typeof fake) => {
    f.phrases = { house: ['Nous ouvrons le samedi.'], contacts: ['accueil@mairie.fr'] };
    f.write(1, { ...reply(1, 'Merci. '), sources: [source] });
  };
  const offered = () =>
    [...document.querySelectorAll('#insert-list [role=option]')].map((e) => e.textContent);

  it('go in where the caret stands, by key', async () => {
    await open('', [], full);
    at('reply-body').focus();
    view().dispatch({ selection: { anchor: 7 } });
    await press('j', { ctrlKey: true });
    expect(document.activeElement).toBe(at('insert-filter'));
    labelled();
    expect(offered()).toHaveLength(7);
    await type('insert-filter', 'samedi');
    expect(offered()).toHaveLength(1);
    await press('Enter');
    expect(textOf('reply-body')).toBe('Merci. Nous ouvrons le samedi.');
    expect(document.activeElement).toBe(at('reply-body'));
    await press('z', { ctrlKey: true });
    expect(textOf('reply-body')).toBe('Merci. ');
  });

  it('take the place of what the agent selected, never of what a key showed', async () => {
    const phone = finding({ start: 17, end: 19 });
    await open('Merci. 01.', [phone], (f) => {
      f.phrases = { house: ['Nous ouvrons le samedi.'], contacts: [] };
    });
    at('queue').focus();
    await press('F8');
    expect(selected()).toBe('01');
    await press('Escape');
    await press('j', { ctrlKey: true });
    await type('insert-filter', 'samedi');
    await press('Enter');
    expect(textOf('reply-body')).toBe('Merci. 01. Nous ouvrons le samedi.');
    view().dispatch({ selection: { anchor: 0, head: 6 } });
    await press('j', { ctrlKey: true });
    await type('insert-filter', 'samedi');
    await press('Enter');
    expect(textOf('reply-body')).toBe('Nous ouvrons le samedi. 01. Nous ouvrons le samedi.');
  });

  it('are what a sheet says, line by line, and its title, date and address in French', async () => {
    await open('', [], full);
    view().dispatch({ selection: { anchor: 7 } });
    await press('j', { ctrlKey: true });
    await type('insert-filter', 'a.fr/F1');
    await press('Enter');
    expect(textOf('reply-body')).toBe(
      'Merci. «\u00a0Passeport\u00a0», fiche du 4 septembre 2020, https://a.fr/F1',
    );
    await press('j', { ctrlKey: true });
    await press('ArrowUp');
    await press('Enter');
    expect(textOf('reply-body')).toMatch(/F1 Apportez une pièce\.$/);
  });

  it('are left with Escape, which only closes them', async () => {
    await open('', [], full);
    await press('j', { ctrlKey: true });
    await press('Escape');
    expect(at('insert')).toBeNull();
    expect(document.activeElement).toBe(at('reply-body'));
    expect(textOf('reply-body')).toBe('Merci. ');
  });
});

describe('what changed since the draft', () => {
  const twice = (f: typeof fake) => {
    f.write(1, reply(1, 'Nous regrettons cela.', 'trame'));
    f.write(1, reply(2, 'Nous déplorons cela, vraiment.'));
  };
  const words = (tag: string) =>
    [...document.querySelectorAll(`[data-testid=diff] ${tag}`)].map((e) => e.textContent);

  it('is shown by Y as one text, told to screen readers, and taken back by U', async () => {
    await open('', [], twice);
    at('queue').focus();
    await press('y');
    expect(at('changes-count').textContent).toContain('2\u00a0ajouts, 1\u00a0retrait');
    expect(words('del')).toEqual(['[retiré\u00a0: regrettons ]']);
    expect(words('ins')[0]).toBe('[ajouté\u00a0: déplorons ]');
    labelled();
    await press('u');
    expect(fake.calls).toContain('Prefer 1 1');
    await press('Escape');
    expect(textOf('reply-body')).toBe('Nous regrettons cela.');
  });

  it('is shown side by side too, and Y turns from one to the other', async () => {
    await open('', [], twice);
    at('queue').focus();
    await press('w');
    expect(document.querySelectorAll('[data-testid=diff]')).toHaveLength(2);
    await press('y');
    expect(document.querySelectorAll('[data-testid=diff]')).toHaveLength(1);
    await press('Escape');
    await press('w');
    expect(document.querySelectorAll('[data-testid=diff]')).toHaveLength(2);
  });

  it('says so where there is no draft, or nothing changed', async () => {
    await open('Merci.');
    at('queue').focus();
    await press('y');
    expect(document.body.textContent).toContain('n’a pas de brouillon');
    expect(at('compare')).toBeNull();
  });

  it('keeps what can be undone in the text', async () => {
    await open('', [], twice);
    at('reply-body').focus();
    await edit(0, 0, 'Bonjour. ');
    await pass(700);
    at('queue').focus();
    await press('w');
    await press('Escape');
    at('reply-body').focus();
    await press('z', { ctrlKey: true });
    expect(textOf('reply-body')).toBe('Nous déplorons cela, vraiment.');
  });
});

describe('the length', () => {
  it('is counted against what the place takes, and told once when passed', async () => {
    await open('Merci.', [], (f) => (f.limit = 50));
    expect(at('count').textContent).toContain('40 / 50\u00a0caractères');
    const status = at('count').nextElementSibling!;
    expect(status.textContent).toBe('');
    await edit(6, 6, ' Vraiment merci.');
    expect(at('count').textContent).toContain('6 de trop');
    expect(status.textContent).toContain('limite de 50');
  });
});

describe('the sources', () => {
  it('stand as numbers after their sentences, never in the text', async () => {
    const url = 'https://a.fr/F1';
    const source = { sheet: 'F1', kind: 'particuliers', title: 'T', url, date: '', passage: '' };
    const body = `Merci. Voyez ${url} aussi. Fin.`;
    await open('', [], (f) => f.write(1, { ...reply(1, body), sources: [source] }));
    const note = document.querySelector<HTMLElement>('.note')!;
    expect(note.dataset.numbers).toBe('1');
    expect(note.getAttribute('aria-label')).toBe('source 1');
    expect(at('reply-body').textContent).toBe(body);
    expect(view().posAtDOM(note)).toBe(body.indexOf(' Fin.'));
  });
});

it('opens the history of the review by key', async () => {
  await open('Merci.');
  await press('h', { altKey: true });
  expect(at<HTMLDetailsElement>('history').open).toBe(true);
  expect(document.activeElement).toBe(at('history-title'));
  await press('h', { altKey: true });
  expect(at<HTMLDetailsElement>('history').open).toBe(false);
});
