// The window as a whole, with its keys, over the fake backend.
import { describe, expect, it } from 'vitest';
import { lastResort } from '../src/lib/lastresort.ts';
import { Messages } from '../src/lib/messages.svelte.ts';
import { finding, reply } from './invented.ts';
import { at, fake, labelled, pass, press, show, type } from './shown.ts';

describe('the keyboard alone', () => {
  it('reads, writes, validates and goes on', async () => {
    await show();
    expect(fake.calls).toContain('Painted');
    expect(at('review').dataset.id).toBe('1');
    await press('j');
    expect(at('review').dataset.id).toBe('2');
    await press('Enter');
    expect(document.activeElement).toBe(at('reply-body'));
    await type('reply-body', 'Merci de votre avis.');
    await press('Enter', { ctrlKey: true });
    expect(fake.states.get(2)).toBe('validated');
    expect(fake.replies.get(2)![0]!.body).toBe('Merci de votre avis.');
    expect(at('review').dataset.id).toBe('3');
    expect(at('undo')).not.toBeNull();
  });

  it('repairs with Alt and a digit inside the text', async () => {
    await show((f) => {
      f.states.set(1, 'drafted');
      const found = [finding({ start: 21, end: 23, repair: '02' })];
      f.write(1, { ...reply(1, 'Appelez le 01.'), findings: found });
      f.states.set(2, 'drafting');
    });
    at('tab-drafts').click();
    await pass();
    at('card-1').click();
    await pass();
    at('reply-body').focus();
    await press('&', { code: 'Digit1', altKey: true });
    expect(fake.saves.map((s) => s.body)).toEqual(['Appelez le 02.']);
  });

  it('opens the help sheet, and the import and export fields', async () => {
    await show();
    await press('?');
    expect(at('help')).not.toBeNull();
    await press('Escape');
    expect(at('help')).toBeNull();
    await press('i');
    expect(document.activeElement).toBe(at('import-path'));
    at('import-path').blur();
    await press('x');
    expect(at<HTMLInputElement>('export-path').value).toMatch(/reponses-[0-9-]+\.csv$/);
  });

  it('asks for a reason in place and takes Ctrl+Enter for it', async () => {
    await show();
    await press('e');
    expect(document.activeElement).toBe(at('reason'));
    await press('Enter', { ctrlKey: true });
    expect(fake.states.get(1)).toBe('new');
    await type('reason', 'Doublon');
    await press('Enter', { ctrlKey: true });
    expect(fake.states.get(1)).toBe('dismissed');
  });
});

describe('the search field', () => {
  it('opens the first find with Enter, and empties itself before it is left', async () => {
    await show();
    await press('k', { ctrlKey: true });
    expect(document.activeElement).toBe(at('search'));
    await type('search', 'porte');
    await press('Enter');
    expect(document.activeElement).toBe(at('queue'));
    at('search').focus();
    await press('Escape');
    expect(at<HTMLInputElement>('search').value).toBe('');
    expect(document.activeElement).toBe(at('search'));
    await press('Escape');
    expect(document.activeElement).toBe(at('queue'));
  });
});

describe('what the window keeps and says', () => {
  it('keeps the words when the window closes', async () => {
    await show();
    await type('reply-body', 'Mots');
    window.dispatchEvent(new Event('pagehide'));
    expect(fake.saves.map((s) => s.body)).toEqual(['Mots']);
  });

  it('shows a conflict and both ways out of it', async () => {
    await show();
    await type('reply-body', 'Mes mots');
    fake.move(1, 'drafted');
    await pass(600);
    expect(at('alerts').textContent).toContain('Cet avis a changé.');
    expect(at<HTMLTextAreaElement>('reply-body').value).toBe('Mes mots');
    at('keep-mine').click();
    await pass();
    expect(at('saved').dataset.keeping).toBe('kept');
    expect(at('refusal')).toBeNull();
  });

  it('numbers the points where they stand', async () => {
    await show((f) => {
      const plain = f.dossier.bind(f);
      f.dossier = (id) => ({ ...plain(id), points: [{ number: 1, start: 3, end: 8 }] });
    });
    expect(at('review-text').querySelector('mark')!.textContent).toBe('porte');
    expect(at('review-text').querySelector('sup')!.textContent).toContain('1');
  });

  it('draws only the cards in sight', async () => {
    await show(
      () => {},
      Array.from({ length: 400 }, (_, i) => i + 1),
    );
    expect(document.querySelectorAll('[role=option]').length).toBeLessThan(40);
  });

  it('leads from nothing to a draft in two clicks', async () => {
    await show(() => {}, []);
    await type('first-service', 'Mairie');
    at('open-sample').click();
    await pass(300);
    expect(fake.calls).toContain('Set service.name=Mairie');
    expect(fake.calls).toContain('Draft 1 trame');
    expect(at('stop')).not.toBeNull();
  });
});

it('labels every control', async () => {
  await show((f) => f.states.set(1, 'drafted'));
  labelled();
});

it('says a sentence when everything else failed', () => {
  document.body.innerHTML = '<div id="app"></div>';
  const messages = new Messages();
  lastResort(messages);
  window.dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop completed.' }));
  expect(messages.alerts).toEqual([]);
  window.dispatchEvent(new ErrorEvent('error', { message: 'boum' }));
  expect(messages.alerts.map((a) => a.code)).toEqual(['window']);
  expect(document.getElementById('app')!.textContent).toContain('incident');
});
