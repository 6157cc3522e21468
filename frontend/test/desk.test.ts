import { beforeEach, describe, expect, it, vi } from 'vitest';
import { act, sign } from '../src/lib/acts.ts';
import { run } from '../src/lib/commands.ts';
import type { Desk } from '../src/lib/desk.svelte.ts';
import { unable } from '../src/lib/unable.ts';
import { openDesk, type Fake } from './fake.ts';
import { finding, reply } from './invented.ts';

let fake: Fake;
let desk: Desk;

async function open(prepare?: (fake: Fake) => void, ids?: number[]) {
  ({ fake, desk } = await openDesk(prepare, ids));
}

const acts = () => fake.calls.filter((call) => !/^(Queue|Open)/.test(call));
const listed = () => Array.from({ length: desk.queue.length }, (_, row) => desk.queue.row(row)?.id);
const codes = () => desk.messages.alerts.map((alert) => alert.code);

describe('opening', () => {
  beforeEach(() => open());

  it('starts on the first review', () => {
    expect(desk.dossier?.review.id).toBe(1);
    expect(desk.queue.selected).toBe(1);
  });

  it('keeps what was typed before it opens another', async () => {
    desk.editor.write('body', 'Mes mots');
    await run(desk, 'next');
    expect(fake.calls).toEqual(['Save 1', 'Open 2']);
    expect(fake.replies.get(1)![0]!.body).toBe('Mes mots');
    expect(desk.dossier?.review.id).toBe(2);
  });

  it('keeps what was typed while the next one was on its way', async () => {
    const moved = desk.open(2);
    desk.editor.write('body', 'Encore un mot');
    await moved;
    expect(fake.replies.get(1)![0]!.body).toBe('Encore un mot');
    expect(desk.dossier?.review.id).toBe(2);
    expect(desk.editor.text.body).toBe('');
  });

  it('shows the last one asked for, whichever answer comes first', async () => {
    await Promise.all([desk.open(2), desk.open(3)]);
    expect(desk.dossier?.review.id).toBe(3);
    expect(desk.queue.selected).toBe(3);
  });

  it('stays where the words are when they cannot be kept', async () => {
    fake.refuse = { code: 'disk_full', message: 'Plein.', hint: '' };
    desk.editor.write('body', 'Mes mots');
    expect(await desk.open(2)).toBe(false);
    expect(desk.dossier?.review.id).toBe(1);
    expect(desk.queue.selected).toBe(1);
    expect(desk.editor.text.body).toBe('Mes mots');
    expect(codes()).toEqual(['disk_full']);
  });
});

describe('acts', () => {
  it('saves, validates, opens the next, and takes it back', async () => {
    await open();
    desk.editor.write('body', 'Merci.');
    await run(desk, 'validate');
    expect(acts()).toEqual(['Save 1', 'Validate 1']);
    expect(desk.dossier?.review.id).toBe(2);
    expect(listed()).toEqual([2, 3]);
    await run(desk, 'undo');
    expect(fake.states.get(1)).toBe('drafted');
    expect(desk.dossier?.review.id).toBe(1);
    expect(desk.messages.notice?.undo).toBeNull();
  });

  it('asks the reason of a validation that a check blocks', async () => {
    await open((f) => {
      f.states.set(1, 'drafted');
      f.write(1, { ...reply(1, 'Non.'), findings: [finding({ severity: 'block' })] });
    });
    await desk.open(1);
    await act(desk, 'validate');
    expect(desk.asking).toBe('validate');
    expect(acts()).toEqual([]);
    await act(desk, 'validate', ' Vu avec la direction ');
    expect(acts()).toEqual(['Validate 1']);
    expect(desk.asking).toBeNull();
  });

  it('asks the name of who validates, once, and goes on', async () => {
    await open((f) => (f.person = ''));
    desk.editor.write('body', 'Merci.');
    await act(desk, 'submit');
    expect(desk.asking).toBe('person');
    expect(acts()).toEqual(['Save 1']);
    await sign(desk, ' Claire Martin ');
    expect(acts()).toEqual(['Save 1', 'Set person=Claire Martin', 'Submit 1']);
  });

  it('dismisses with a reason and restores', async () => {
    await open();
    await act(desk, 'dismiss');
    expect(desk.asking).toBe('dismiss');
    await act(desk, 'dismiss', 'Hors sujet');
    expect(fake.states.get(1)).toBe('dismissed');
    await desk.messages.undo();
    expect(fake.states.get(1)).toBe('new');
  });

  it.each([
    ['dismiss', 'drafted', 'dismissed'],
    ['restore', 'dismissed', 'new'],
    ['validate', 'submitted', 'validated'],
    ['submit', 'drafted', 'submitted'],
    ['return', 'submitted', 'drafted'],
    ['reopen', 'validated', 'drafted'],
    ['reopen', 'exported', 'drafted'],
  ] as const)('%s is taken back to the very state before it: %s', async (what, before, after) => {
    await open((f) => {
      f.add(4, before);
      f.write(4, reply(1, 'Merci de votre avis.'));
    });
    await desk.open(4);
    await act(desk, what, 'Vérifié.');
    expect(fake.states.get(4)).toBe(after);
    await run(desk, 'undo');
    expect(fake.states.get(4)).toBe(before);
    expect(desk.dossier?.review.id).toBe(4);
    expect(fake.calls).toContain('Undo 4');
  });

  it('takes back what was handed over, and says what it took back', async () => {
    await open();
    desk.editor.write('body', 'Merci.');
    await run(desk, 'submit');
    await run(desk, 'undo');
    expect(fake.states.get(1)).toBe('drafted');
    expect(desk.dossier?.review.id).toBe(1);
    expect(desk.messages.notice?.text).toBe('Défait\u00a0: réponse en attente de validation.');
  });

  it('takes back the acts before it too, after their notices have gone', async () => {
    await open();
    await act(desk, 'dismiss', 'Hors sujet');
    await act(desk, 'dismiss', 'Doublon');
    desk.messages.dismissNotice();
    desk.messages.tell('Copié.');
    expect(unable(desk, 'undo')).toBe('');
    await run(desk, 'undo');
    await run(desk, 'undo');
    expect([fake.states.get(1), fake.states.get(2)]).toEqual(['new', 'new']);
    expect(unable(desk, 'undo')).not.toBe('');
    await run(desk, 'undo');
    expect(desk.messages.notice?.text).toBe('Rien à défaire.');
  });

  it('does not take back what was taken back by hand', async () => {
    await open();
    await act(desk, 'dismiss', 'Hors sujet');
    await desk.open(1);
    await act(desk, 'restore');
    await run(desk, 'undo');
    expect(fake.states.get(1)).toBe('dismissed');
    expect(desk.messages.last).toBe('');
  });

  it('says nothing is undone where the call is refused', async () => {
    await open();
    await act(desk, 'dismiss', 'Hors sujet');
    fake.states.set(1, 'drafted');
    vi.spyOn(desk.backend, 'Undo').mockRejectedValueOnce({ code: 'x', message: 'x', hint: '' });
    await run(desk, 'undo');
    expect(desk.messages.alerts).toHaveLength(1);
    expect(desk.messages.notice).toBeNull();
  });

  it('asks no reason any more once another draft is on its way', async () => {
    await open((f) => {
      f.states.set(1, 'drafted');
      f.write(1, { ...reply(1, 'Merci.'), findings: [finding({ severity: 'block' })] });
    });
    await desk.open(1);
    await run(desk, 'validate');
    expect(desk.asking).toBe('validate');
    await run(desk, 'draft');
    expect(desk.asking).toBeNull();
  });

  it('passes over those that have their reply', async () => {
    await open((f) => {
      f.states.set(2, 'validated');
    });
    await desk.queue.load({ tab: 'all' });
    await run(desk, 'skip');
    expect(desk.dossier?.review.id).toBe(3);
  });

  it('never validates the old text in the place of an emptied one', async () => {
    await open((f) => {
      f.states.set(1, 'drafted');
      f.write(1, reply(1, 'Ancien.'));
    });
    await desk.open(1);
    desk.editor.write('body', '');
    await act(desk, 'validate');
    expect(acts()).toEqual([]);
    expect(fake.states.get(1)).toBe('drafted');
  });

  it('does nothing twice for a key that repeats', async () => {
    await open((f) => f.states.set(1, 'submitted'));
    fake.write(1, reply(1, 'Merci.'));
    await desk.open(1);
    await Promise.all([act(desk, 'validate'), act(desk, 'validate')]);
    expect(acts()).toEqual(['Validate 1']);
  });

  it('says what cannot be done and what failed', async () => {
    await open();
    await act(desk, 'reopen');
    expect(desk.messages.notice?.text).toContain('nouveau');
    fake.versions.set(1, 8);
    await act(desk, 'dismiss', 'Doublon');
    expect(codes()).toEqual(['conflict']);
    expect(desk.busy).toBe(false);
  });

  it('leaves an empty desk after the last one', async () => {
    await open(() => {}, [1]);
    await act(desk, 'dismiss', 'Doublon');
    expect(desk.dossier).toBeNull();
    expect(desk.messages.spoken).not.toBe('');
  });
});

describe('reading again', () => {
  it('never replaces words that are not kept', async () => {
    await open();
    desk.editor.write('body', 'En cours');
    fake.write(1, reply(1, 'Autre main'));
    fake.move(1, 'drafted');
    await desk.reread();
    expect(desk.editor.text.body).toBe('En cours');
  });

  it('leaves a review that was erased, without a word of alarm', async () => {
    await open();
    vi.spyOn(desk.backend, 'Open').mockRejectedValue({ code: 'not_found', message: 'x', hint: '' });
    fake.changed();
    await vi.advanceTimersByTimeAsync(300);
    expect([desk.dossier, codes()]).toEqual([null, []]);
  });

  it('takes over what changed elsewhere when nothing is at stake', async () => {
    await open();
    fake.write(1, reply(1, 'Autre main'));
    fake.move(1, 'drafted');
    fake.changed();
    await vi.advanceTimersByTimeAsync(300);
    expect(desk.editor.text.body).toBe('Autre main');
    expect(listed()).toEqual([1, 2, 3]);
  });

  it('learns what the first save allows, and leaves the spaces being typed', async () => {
    await open();
    desk.editor.write('body', 'Merci ');
    await vi.advanceTimersByTimeAsync(600);
    fake.replies.get(1)![0]!.body = 'Merci';
    expect(desk.may('validate')).toBe(false);
    await vi.advanceTimersByTimeAsync(300);
    expect(desk.may('validate')).toBe(true);
    expect(desk.editor.text.body).toBe('Merci ');
  });

  it('drops an answer older than what was saved since', async () => {
    await open();
    const old = fake.dossier(1);
    desk.editor.write('body', 'Merci.');
    await desk.editor.flush();
    await desk.reread();
    desk.backend.Open = async () => old;
    await desk.reread();
    expect(desk.dossier?.review.state).toBe('drafted');
  });

  it('reads many changes at once', async () => {
    await open();
    for (let i = 0; i < 100; i++) fake.changed();
    await vi.advanceTimersByTimeAsync(1000);
    expect(fake.calls).toEqual(['Queue todo', 'Open 1']);
  });
});
