// The window as a whole, with its keys, over the fake backend.
import { describe, expect, it } from 'vitest';
import { lastResort } from '../src/lib/lastresort.ts';
import { Messages } from '../src/lib/messages.svelte.ts';
import { card, finding, reply } from './invented.ts';
import { at, click, fake, labelled, pass, press, show, textOf, type } from './shown.ts';

describe('the focus', () => {
  it('is on the list when the last review of it has left', async () => {
    await show(
      (f) => {
        f.states.set(1, 'submitted');
        f.cards = () => (f.states.get(1) === 'submitted' ? [card(1, 'submitted')] : []);
      },
      [1],
    );
    await press('b');
    await type('reason', 'Trop sec.');
    await press('Enter', { ctrlKey: true });
    expect(fake.states.get(1)).toBe('drafted');
    expect(at('review')).toBeNull();
    expect(document.activeElement).toBe(at('queue'));
  });

  it('stays on a like reply while its review is read again', async () => {
    await show((f) => {
      f.past = [{ review: 2, said: 'Merci', body: 'Merci.', written_at: '', changed: 0 } as never];
    });
    await pass(450);
    const see = at('past').querySelector('button')!;
    see.focus();
    fake.changed();
    await pass(300);
    expect(document.activeElement).toBe(see);
    await pass(450);
    expect(document.activeElement).toBe(see);
  });

  it('is on the review that a like reply leads to', async () => {
    await show((f) => {
      f.past = [{ review: 2, said: 'Merci', body: 'Merci.', written_at: '', changed: 0 } as never];
    });
    await pass(450);
    const see = at('past').querySelector('button')!;
    see.focus();
    see.click();
    await pass(900);
    expect(at('review').dataset.id).toBe('2');
    expect(document.activeElement).toBe(document.getElementById('review'));
  });

  it('leaves a field with Escape on the first start', async () => {
    await show(() => {}, []);
    at('first-person').focus();
    await press('Escape');
    expect(document.activeElement).toBe(document.getElementById('main'));
    await press('i');
    expect(document.activeElement).toBe(at('import-path'));
  });
});

it('a card parts what it says, and ends on no sign', async () => {
  await show(
    (f) => {
      f.cards = () => [{ ...card(1, 'drafted'), blocking: 1, subject: '' }];
      f.states.set(1, 'drafted');
      const findings = [finding({ severity: 'block' })];
      f.write(1, { ...reply(1, 'Merci.'), findings });
    },
    [1],
  );
  expect(at('card-1').querySelector('small')!.textContent!.trim()).toBe('1\u00a0point à corriger');
});

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

  it('like replies stand beside a review that waits for one, and open theirs', async () => {
    const like = { review: 3, said: 'La porte était fermée.', body: 'Le guichet ouvre à 9 h.' };
    await show((f) => {
      f.past = [{ ...like, draft: '', written_at: '2026-07-12T10:00:00Z', changed: 1 }];
      f.states.set(1, 'drafted');
      f.write(1, reply(1, 'Merci.'));
    });
    await pass(500);
    expect(at('past').textContent).toContain('La porte était fermée.');
    labelled();
    expect(at('past').textContent).toContain('écrite par un agent');
    await click('past-insert-0');
    await pass(50);
    expect(textOf('reply-body')).toContain('Le guichet ouvre à 9 h.');
    at('past').querySelector('button')!.click();
    await pass(50);
    expect(at('review').dataset.id).toBe('3');
  });

  it('stays on the list when all is shown again after a search that found nothing', async () => {
    await show();
    await press('k', { ctrlKey: true });
    fake.finds = [];
    await type('search', 'introuvable');
    await pass(60);
    expect(at('queue').getAttribute('role')).toBe('group');
    expect(at('queue').hasAttribute('aria-activedescendant')).toBe(false);
    fake.finds = null;
    await click('show-all');
    await pass();
    expect(at('queue').getAttribute('role')).toBe('listbox');
    expect(at<HTMLInputElement>('search').value).toBe('');
    expect(document.activeElement).toBe(at('queue'));
  });

  it('comes back where it was once a day is chosen, or none', async () => {
    await show();
    at('queue').focus();
    await press('h');
    await pass();
    expect(document.activeElement).toBe(at('snooze-tomorrow'));
    await press('Escape');
    await pass();
    expect(at('snoozing')).toBeNull();
    expect(document.activeElement).toBe(at('queue'));
    await press('h');
    await pass();
    await click('snooze-tomorrow');
    await pass(50);
    expect(at('snoozing')).toBeNull();
    expect(document.activeElement).toBe(at('queue'));
  });

  it('stays among the chosen when what was asked of them is dropped', async () => {
    await show();
    at('queue').focus();
    await press('.');
    await pass();
    await click('many-assign');
    expect(document.activeElement).toBe(at('many-said'));
    await press('Escape');
    await pass();
    expect(at('many').contains(document.activeElement)).toBe(true);
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
    expect(textOf('reply-body')).toBe('Mes mots');
    at('keep-mine').click();
    await pass();
    expect(at('saved').dataset.keeping).toBe('kept');
    expect(at('refusal')).toBeNull();
  });

  it('invites nobody to write a reply that cannot be written', async () => {
    await show((f) => {
      f.states.set(1, 'exported');
      f.cards = () => [{ ...card(1), state: 'exported', answered_elsewhere: true }];
      const plain = f.dossier.bind(f);
      f.dossier = (id) => {
        const made = plain(id);
        return { ...made, review: { ...made.review, answered_elsewhere: true } };
      };
    });
    expect(at('reply-body')).toBeNull();
    expect(at('no-reply').textContent).toContain('a déjà été donnée sur la plateforme');
  });

  it('parts the numbers of points that end at one place', async () => {
    await show((f) => {
      const plain = f.dossier.bind(f);
      const points = [
        { number: 1, start: 3, end: 8 },
        { number: 2, start: 3, end: 8 },
      ];
      f.dossier = (id) => ({ ...plain(id), points });
    });
    const numbers = [...at('review-text').querySelectorAll('sup [aria-hidden]')];
    expect(numbers.map((one) => one.textContent).join('')).toBe('1,\u00a02');
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

/** Three reviews with a reply each; the first is open. */
async function drafts() {
  await show((f) => {
    for (const id of [1, 2, 3]) {
      f.states.set(id, 'drafted');
      f.write(id, reply(1, 'Merci.'));
    }
  });
  await click('tab-drafts');
  await click('card-1');
  await pass(300);
}

describe('a key that is held down', () => {
  it('validates once, and goes on through the list', async () => {
    await drafts();
    await press('Enter', { ctrlKey: true, repeat: true });
    await pass(300);
    expect(fake.states.get(1)).toBe('drafted');
    await press('Enter', { ctrlKey: true });
    await press('Enter', { ctrlKey: true, repeat: true });
    await pass(300);
    expect([...fake.states.values()]).toEqual(['validated', 'drafted', 'drafted']);
    const open = () => at('review').dataset.id;
    const before = open();
    await press('j', { repeat: true });
    await pass(300);
    expect(open()).not.toBe(before);
  });
});

describe('a button that acts', () => {
  it('leads the focus to the review that comes, and keeps it where nothing changed', async () => {
    await drafts();
    const open = at('review').dataset.id;
    await click('validate');
    await pass(300);
    expect(at('review').dataset.id).not.toBe(open);
    expect(document.activeElement?.id).toBe('review');
    fake.versions.set(Number(at('review').dataset.id), 99);
    await click('validate');
    await pass(300);
    expect(at('alerts').querySelector('[data-code=conflict]')).not.toBeNull();
    expect(document.activeElement).toBe(at('validate'));
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
