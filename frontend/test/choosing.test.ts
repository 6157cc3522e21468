import { beforeEach, describe, expect, it, vi } from 'vitest';
import { compare, prefer, reject, rejectFor } from '../src/lib/choosing.ts';
import { run } from '../src/lib/commands.ts';
import type { Desk } from '../src/lib/desk.svelte.ts';
import { draft } from '../src/lib/drafting.ts';
import type { Reply } from '../src/lib/types.ts';
import { leftOut, origin, tally, versionName, wished } from '../src/lib/versions.ts';
import { openDesk, type Fake } from './fake.ts';
import { finding, reply } from './invented.ts';

let fake: Fake;
let desk: Desk;

/** The first review with these versions, oldest first. */
async function open(...versions: Reply[]) {
  ({ fake, desk } = await openDesk((f) => {
    if (versions.length > 0) f.states.set(1, 'drafted');
    for (const version of versions) f.write(1, version);
  }));
  await desk.open(1);
  fake.calls = [];
}

const acts = () => fake.calls.filter((call) => !/^(Queue|Open)/.test(call));
const inForce = () => desk.dossier?.reply?.number;
const machine = (number: number, over: Partial<Reply> = {}) => ({
  ...reply(number, `Brouillon ${number}.`, 'ollama'),
  ...over,
});

describe('a draft as wished', () => {
  it('hands the wish over, and nothing for the usual draft', async () => {
    await open();
    await draft(desk, 'trame', { length: 'short', warmer: true });
    expect(fake.wishes).toEqual([{ length: 'short', warmer: true }]);
    fake.move(1, 'new');
    fake.emit({ state: 'stopped' });
    await vi.advanceTimersByTimeAsync(0);
    await run(desk, 'draft');
    expect(fake.wishes[1]).toEqual({});
  });

  it('keeps the wish when trame is taken where a model failed', async () => {
    await open();
    await draft(desk, 'ollama', { precise: true });
    fake.move(1, 'new');
    fake.emit({ state: 'failed', error: { code: 'no_server', message: 'Panne.', hint: '' } });
    await vi.advanceTimersByTimeAsync(0);
    await desk.messages.take(desk.messages.alerts[0]!);
    expect(acts()).toEqual(['Draft 1 ollama', 'Draft 1 trame']);
    expect(fake.wishes).toEqual([{ precise: true }, { precise: true }]);
  });

  it('is not offered where no draft may be asked for', async () => {
    await open();
    fake.states.set(2, 'submitted');
    await desk.open(2);
    await run(desk, 'otherwise');
    expect(desk.choice.top).toBeNull();
    expect(desk.messages.notice?.text).toContain('à valider');
  });
});

describe('two versions side by side', () => {
  beforeEach(() => open(machine(1), machine(2), machine(3)));

  it('holds the newest other one beside the one in force', async () => {
    await run(desk, 'compare');
    expect(desk.choice.top).toBe('compare');
    await run(desk, 'prefer');
    expect(acts()).toEqual(['Prefer 1 2']);
    expect(inForce()).toBe(2);
  });

  it('takes the one that was chosen, swaps them, and undoes it', async () => {
    await compare(desk);
    desk.choice.beside = 1;
    await run(desk, 'prefer');
    expect(inForce()).toBe(1);
    expect(desk.editor.text.body).toBe('Brouillon 1.');
    expect(desk.choice.beside).toBe(3);
    expect(desk.choice.top).toBe('compare');
    expect(desk.messages.notice?.text).toContain('version 1');
    await run(desk, 'undo');
    expect(inForce()).toBe(3);
    expect(desk.choice.beside).toBe(1);
    expect(acts()).toEqual(['Prefer 1 1', 'Prefer 1 3']);
  });

  it('undoes it from another review too', async () => {
    await prefer(desk, 1);
    await run(desk, 'next');
    expect(desk.dossier?.review.id).not.toBe(1);
    await run(desk, 'undo');
    expect(desk.dossier?.review.id).toBe(1);
    expect(inForce()).toBe(3);
  });

  it('touches no other review when the agent has moved on meanwhile', async () => {
    fake.write(2, machine(1));
    fake.write(2, machine(2));
    fake.states.set(2, 'drafted');
    let end = () => {};
    fake.saving = new Promise((done) => (end = done));
    desk.editor.write('body', 'De ma main.');
    const taken = prefer(desk, 1);
    const moved = desk.open(2);
    end();
    await Promise.all([taken, moved]);
    expect(acts().filter((call) => call.startsWith('Prefer 2'))).toEqual([]);
    expect(desk.messages.alerts).toEqual([]);
  });

  it('shows both before it takes one', async () => {
    await run(desk, 'prefer');
    expect(acts()).toEqual([]);
    expect(desk.choice.top).toBe('compare');
  });

  it('keeps what is being typed as a version of its own first', async () => {
    desk.editor.write('body', 'De ma main.');
    await compare(desk);
    expect(acts()).toEqual(['Save 1']);
    expect(inForce()).toBe(4);
    desk.editor.write('body', 'De ma main, encore.');
    await prefer(desk, 2);
    expect(acts()).toEqual(['Save 1', 'Save 1', 'Prefer 1 2']);
    expect(fake.replies.get(1)!.map((r) => r.body)).toContain('De ma main, encore.');
  });

  it('changes nothing where the words cannot be kept or the state forbids it', async () => {
    fake.refuse = { code: 'disk_full', message: 'Plein.', hint: '' };
    desk.editor.write('body', 'De ma main.');
    await prefer(desk, 1);
    expect(acts()).toEqual(['Save 1']);
    expect(desk.busy).toBe(false);
    fake.refuse = null;
    await desk.editor.flush();
    fake.move(1, 'validated');
    await desk.reread();
    await prefer(desk, 1);
    expect(desk.messages.notice?.text).toContain('validé');
    expect(acts().some((call) => call.startsWith('Prefer'))).toBe(false);
  });

  it('gives way to a draft and to another review', async () => {
    await compare(desk);
    await draft(desk);
    expect(desk.choice.top).toBeNull();
    await open(machine(1), machine(2));
    await compare(desk);
    await run(desk, 'next');
    expect(desk.choice.top).toBeNull();
  });

  it('says so where there is one version only', async () => {
    await open(machine(1));
    await compare(desk);
    expect(desk.choice.top).toBeNull();
    expect(desk.messages.notice?.text).toContain('deux versions');
  });
});

describe('rejecting', () => {
  it('marks the version, keeps it, and offers another draft', async () => {
    await open(machine(1));
    await run(desk, 'reject');
    expect(desk.choice.rejecting?.number).toBe(1);
    await rejectFor(desk, 'tone');
    expect(desk.dossier?.reply?.rejected).toBe('tone');
    expect(desk.choice.top).toBeNull();
    await desk.messages.accept();
    expect(acts()).toEqual(['Reject 1 1 tone', 'Draft 1 trame']);
    expect(desk.messages.notice).toBeNull();
  });

  it('is about the version beside while two are compared', async () => {
    await open(machine(1), machine(2));
    await compare(desk);
    reject(desk);
    expect(desk.choice.rejecting?.number).toBe(1);
    await rejectFor(desk, 'wrong');
    expect(desk.choice.top).toBe('compare');
  });

  it('passes over what an agent wrote', async () => {
    await open(reply(1, 'De ma main.'));
    await run(desk, 'reject');
    expect(desk.choice.top).toBeNull();
    expect(desk.messages.notice?.text).toContain('machine');
    await open(reply(1, 'De ma main.'), machine(2));
    await compare(desk);
    reject(desk);
    expect(desk.choice.rejecting?.number).toBe(2);
  });

  it('leaves the question open when the reason could not be kept', async () => {
    await open(machine(1));
    reject(desk);
    fake.refuse = { code: 'disk_full', message: 'Plein.', hint: '' };
    await rejectFor(desk, 'tone');
    expect(desk.choice.top).toBe('reject');
    expect(desk.messages.alerts[0]?.code).toBe('disk_full');
  });
});

describe('what a model was given', () => {
  it('opens for the version beside, else for the one in force', async () => {
    await open(machine(1, { prompted: true }), machine(2, { prompted: true }));
    await run(desk, 'prompt');
    expect(acts()).toEqual(['Prompt 1 2']);
    expect(desk.choice.prompted?.prompt).toBe(fake.prompt);
    await run(desk, 'escape');
    await compare(desk);
    await run(desk, 'prompt');
    expect(acts()).toEqual(['Prompt 1 2', 'Prompt 1 1']);
    await run(desk, 'escape');
    expect(desk.choice.top).toBe('compare');
  });

  it('says so where no model wrote', async () => {
    await open(reply(1, 'De ma main.'));
    await run(desk, 'prompt');
    expect(acts()).toEqual([]);
    expect(desk.messages.notice?.text).toContain('modèle');
  });
});

describe('the name of a version', () => {
  it.each([
    [{}, []],
    [{ length: '' as const, warmer: false }, []],
    [{ length: 'short' as const, precise: true }, ['plus court', 'plus précis']],
    [
      { length: 'long' as const, warmer: true, french: true },
      ['plus long', 'plus chaleureux', 'en français'],
    ],
  ])('tells the wish %j', (wish, words) => expect(wished(wish)).toEqual(words));

  it('tells who wrote it, its wish and why it was rejected', () => {
    const version = machine(2, { model: 'petit', wish: { length: 'short' } });
    expect(origin(version)).toBe('par modèle local, petit, plus court');
    expect(versionName(version, '')).toMatch(/^2 · par modèle local, petit, plus court · /);
    expect(versionName(version, 'Le ton')).toMatch(/ · rejeté\u00a0: Le ton$/);
  });

  it('counts findings by severity, gravest first', () => {
    const found = [finding(), finding({ severity: 'block' }), finding()];
    expect(tally(found).map(({ severity }) => severity)).toEqual(['block', 'warn']);
    expect(tally(found)[1]!.text).toBe('2\u00a0points à voir');
    expect(tally([])).toEqual([]);
  });

  it('tells what a prompt had no room for', () => {
    expect(leftOut({})).toEqual([]);
    expect(leftOut({ runes: 1200, passages: 1 })).toEqual([
      '1\u202f200\u00a0caractères de l’avis',
      '1\u00a0passage de fiche',
    ]);
  });
});
