import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Editor } from '../src/lib/editor.svelte.ts';
import type { Failure } from '../src/lib/types.ts';
import { Fake } from './fake.ts';
import { conflict, finding, reply } from './invented.ts';

const frames = { greeting: 'Bonjour,', closings: ['Cordialement,'], signatures: ['L’équipe'] };
let fake: Fake;
let refusals: Failure[];
let editor: Editor;

beforeEach(() => {
  vi.useFakeTimers();
  fake = new Fake();
  refusals = [];
  editor = new Editor(fake.backend, (failure) => refusals.push(failure));
});

const show = (id = 1) => editor.show(fake.dossier(id), frames);

describe('Editor', () => {
  it('starts from the service’s frame where there is no reply', () => {
    show();
    expect(editor.text).toEqual({
      greeting: 'Bonjour,',
      body: '',
      closing: 'Cordialement,',
      signature: 'L’équipe',
    });
    expect(editor.settled).toBe(true);
  });

  it('saves a pause after typing, then edits the version it made', async () => {
    show();
    editor.write('body', 'Merci');
    expect(editor.keeping).toBe('waiting');
    await vi.advanceTimersByTimeAsync(600);
    editor.write('body', 'Merci beaucoup');
    await vi.advanceTimersByTimeAsync(600);
    expect(fake.saves.map(({ version, reply: n, body }) => [version, n, body])).toEqual([
      [1, 0, 'Merci'],
      [2, 1, 'Merci beaucoup'],
    ]);
    expect(editor.keeping).toBe('kept');
  });

  it('keeps a writer’s version: editing it starts one by hand', async () => {
    fake.write(1, reply(1, 'Par trame.', 'trame'));
    show();
    editor.write('body', 'Par moi.');
    await editor.flush();
    expect(fake.replies.get(1)!.map((r) => [r.number, r.body])).toEqual([
      [2, 'Par moi.'],
      [1, 'Par trame.'],
    ]);
  });

  it('saves what is typed during a save with the version that save gave', async () => {
    show();
    let end = () => {};
    fake.saving = new Promise((done) => (end = done));
    editor.write('body', 'Un');
    const kept = editor.flush();
    editor.write('body', 'Un deux');
    end();
    expect(await kept).toBe(true);
    expect(fake.saves.map((s) => [s.version, s.body])).toEqual([
      [1, 'Un'],
      [2, 'Un deux'],
    ]);
  });

  it('never saves an empty reply, and does not hold the agent for it', async () => {
    show();
    editor.write('body', '  ');
    expect(await editor.flush()).toBe(true);
    expect(fake.saves).toEqual([]);
    expect(editor.blank).toBe(true);
  });

  it('keeps the text on screen through a conflict, and saves it when told to', async () => {
    show();
    editor.write('body', 'Mes mots');
    fake.move(1, 'drafted');
    expect(await editor.flush()).toBe(false);
    expect(refusals).toEqual([conflict]);
    expect(editor.text.body).toBe('Mes mots');
    editor.write('body', 'Mes mots à moi');
    await vi.advanceTimersByTimeAsync(5000);
    expect(await editor.flush()).toBe(false);
    expect(fake.saves).toHaveLength(1);
    expect(await editor.insist()).toBe(true);
    expect(fake.saves.at(-1)).toMatchObject({ version: 2, reply: 0, body: 'Mes mots à moi' });
    expect(editor.keeping).toBe('kept');
  });

  it('tries a failed save again at the next pause', async () => {
    show();
    fake.refuse = { code: 'disk_full', message: 'Le disque est plein.', hint: '' };
    editor.write('body', 'Mots');
    await vi.advanceTimersByTimeAsync(600);
    expect(editor.refusal?.code).toBe('disk_full');
    expect(editor.settled).toBe(false);
    fake.refuse = null;
    editor.write('body', 'Mots !');
    await vi.advanceTimersByTimeAsync(600);
    expect(editor.refusal).toBeNull();
    expect(fake.replies.get(1)![0]!.body).toBe('Mots !');
  });
});

describe('repairs', () => {
  const phone = finding({ start: 21, end: 23, repair: '02' });

  it('mends the text the findings speak of, and saves it', async () => {
    fake.write(1, { ...reply(1, 'Appelez le 01.'), findings: [phone] });
    show();
    expect(editor.place(phone)).toEqual({ part: 'body', from: 11, to: 13 });
    expect(await editor.repair(phone)).toBe(true);
    expect(fake.saves[0]!.body).toBe('Appelez le 02.');
  });

  it('first asks again when the text changed since', async () => {
    fake.write(1, { ...reply(1, 'Appelez le 01.'), findings: [phone] });
    show();
    editor.write('body', 'Vite, appelez le 01.');
    expect(editor.place(phone)).toBeNull();
    fake.findings = [finding({ start: 27, end: 29, repair: '02' })];
    expect(await editor.repair(phone)).toBe(true);
    expect(fake.saves.map((s) => s.body)).toEqual(['Vite, appelez le 01.', 'Vite, appelez le 02.']);
  });

  it('does nothing when what it would mend is gone', async () => {
    fake.write(1, { ...reply(1, 'Appelez le 01.'), findings: [phone] });
    show();
    editor.write('body', 'Venez.');
    expect(await editor.repair(phone)).toBe(false);
    expect(editor.text.body).toBe('Venez.');
  });
});
