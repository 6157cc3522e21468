import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Messages } from '../src/lib/messages.svelte.ts';
import { summary, Tasks, why } from '../src/lib/tasks.svelte.ts';
import { Fake, openDesk } from './fake.ts';
import { reply } from './invented.ts';
import { task, taskPage } from './machine.ts';

let fake: Fake;
let messages: Messages;
let tasks: Tasks;

beforeEach(() => {
  fake = new Fake();
  messages = new Messages();
  tasks = new Tasks(fake.backend, messages);
});

const running = task(1, { state: 'running' });

describe('what is spoken', () => {
  const two = taskPage([task(1), task(2)]);

  it.each([
    ['a draft that ends', two, taskPage([task(2)]), ''],
    ['the last one', taskPage([], { running }), taskPage(), 'écrits'],
    ['a pause', two, taskPage([task(1)], { paused: 'agent' }), 'suspendue'],
    ['the battery', two, taskPage([task(1)], { paused: 'battery' }), 'accord'],
    [
      'a pause that lasts',
      taskPage([], { paused: 'agent' }),
      taskPage([], { paused: 'agent' }),
      '',
    ],
    ['a resumption', { ...two, paused: 'agent' as const }, two, 'reprend'],
    ['a failure', two, taskPage([task(2)], { failed: 1 }), 'n’a pas pu'],
    ['drafts ahead that end', taskPage([task(1, { ahead: true })]), taskPage(), ''],
  ])('%s', (_, before, now, said) => {
    tasks.hear(before);
    messages.say('');
    tasks.hear(now);
    if (said) expect(messages.spoken).toContain(said);
    else expect(messages.spoken).toBe('');
  });
});

describe('what an agent asks', () => {
  it('fills an empty queue and takes that back', async () => {
    await tasks.all();
    expect(messages.notice?.text).toBe('3\u00a0brouillons demandés.');
    await messages.undo();
    expect(fake.calls).toEqual(['EnqueueNew', 'DropTasks']);
  });

  it('leaves what waited before, in its order, without what was written since', async () => {
    tasks.hear(taskPage([task(8), task(9)], { running: task(7, { state: 'running' }) }));
    await tasks.all();
    tasks.hear(taskPage([task(9), task(1)], { running: task(8, { state: 'running' }) }));
    await messages.undo();
    expect(fake.calls).toEqual(['EnqueueNew', 'DropTasks', 'FirstTask 9', 'FirstTask 8']);
  });

  it.each([
    ['more waited than the list names', taskPage([task(9)], { waiting: 60 })],
    ['a failure would be forgotten', taskPage([], { failed: 1, failing: [task(9)] })],
  ])('takes nothing back where %s', async (_, before) => {
    tasks.hear(before);
    await tasks.all();
    expect(messages.notice?.undo).toBeNull();
  });

  it('takes some out again, but those that waited already', async () => {
    tasks.hear(taskPage([task(2)]));
    await tasks.some([1, 2, 3]);
    await messages.undo();
    expect(fake.calls).toEqual(['Enqueue 1,2,3', 'DropTask 1', 'DropTask 3']);
  });

  it.each([
    ['to its place', taskPage([task(4), task(5), task(6)]), ['FirstTask 5', 'FirstTask 4']],
    ['out of the queue', taskPage([task(4)]), ['DropTask 6']],
  ])('puts what came first back %s', async (_, before, calls) => {
    tasks.hear(before);
    await tasks.first(6);
    await messages.undo();
    expect(fake.calls).toEqual(['FirstTask 6', ...calls]);
  });

  it.each([
    ['stood first', taskPage([task(6)])],
    ['had failed', taskPage([], { failed: 1, failing: [task(6)] })],
    ['may have waited unseen', taskPage([task(4)], { waiting: 60 })],
  ])('offers no way back for a draft that %s', async (_, before) => {
    tasks.hear(before);
    await tasks.first(6);
    expect(messages.notice?.undo).toBeNull();
  });

  it('takes it back where only drafts ahead waited', async () => {
    tasks.hear(taskPage([task(9, { ahead: true })]));
    await tasks.all();
    expect(messages.notice?.undo).not.toBeNull();
  });

  it('drops one, and puts it first when that is undone', async () => {
    await tasks.drop(task(2));
    await messages.undo();
    expect(fake.calls).toEqual(['DropTask 2', 'FirstTask 2']);
  });

  it('empties the queue, and restores its order', async () => {
    tasks.hear(taskPage([task(4), task(5)]));
    await tasks.dropAll();
    await messages.undo();
    expect(fake.calls).toEqual(['DropTasks', 'FirstTask 5', 'FirstTask 4']);
  });

  it('restores those beyond the list too', async () => {
    tasks.hear(taskPage([task(4)], { waiting: 60 }));
    await tasks.dropAll();
    await messages.undo();
    expect(fake.calls).toEqual(['DropTasks', 'EnqueueNew', 'FirstTask 4']);
  });

  it.each([
    ['', 'PauseTasks'],
    ['agent', 'ResumeTasks false'],
    ['failing', 'ResumeTasks false'],
    ['battery', 'ResumeTasks true'],
  ] as const)('turns a queue paused by "%s" with %s', async (paused, call) => {
    tasks.hear(taskPage([task(1)], { paused }));
    await tasks.turn();
    expect(fake.calls).toEqual([call]);
  });
});

describe('the queue in one line', () => {
  const now = new Date(2026, 10, 24, 17, 0);
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 40).toISOString();
  const ahead = { ahead: true };

  it.each([
    [taskPage(), 'Aucun brouillon en attente.'],
    [taskPage([task(1)]), '1\u00a0brouillon en attente'],
    [
      taskPage([task(1), task(2)], { finish_at: at(24, 18) }),
      '2\u00a0brouillons en attente · fin vers 18\u00a0h\u00a040',
    ],
    [
      taskPage([task(1)], { finish_at: at(25, 6) }),
      '1\u00a0brouillon en attente · fin le 25 novembre vers 6\u00a0h\u00a040',
    ],
    [taskPage([], { running }), 'dernier brouillon en cours'],
    [taskPage([task(1, ahead), task(2, ahead)]), '2\u00a0brouillons d’avance'],
    [taskPage([task(1, ahead)], { waiting: 60 }), '60\u00a0brouillons en attente'],
    [
      taskPage([task(1)], { paused: 'battery', finish_at: at(24, 18) }),
      'Sur batterie\u00a0: continuer quand même\u202f? · 1\u00a0brouillon en attente',
    ],
    [taskPage([], { failed: 2 }), '2\u00a0échecs'],
  ])('%#', (page, line) => expect(summary(page, now)).toBe(line));
});

it('takes what Go tells for newer than what was being read', async () => {
  fake.tasks = taskPage([task(1), task(2)]);
  const read = tasks.read();
  tasks.hear(taskPage([task(2)]));
  await read;
  expect(tasks.left).toBe(1);
  await tasks.read();
  expect(tasks.left).toBe(2);
});

it('finds the place of a review among those that wait', () => {
  tasks.hear(taskPage([task(7), task(8)]));
  expect([tasks.place(8), tasks.place(9), tasks.place(undefined)]).toEqual([2, 0, 0]);
});

it('has a word for every reason, known or not', () => {
  expect(why('urgent')).toContain('danger');
  expect(why('runtime_start')).toContain('serveur de modèle');
  expect(why('autre_chose')).toContain('autre_chose');
});

describe('with the desk', () => {
  it('tells Go which review is read, once the agent stays on it', async () => {
    const { fake, desk } = await openDesk();
    await desk.open(2);
    await vi.advanceTimersByTimeAsync(200);
    await desk.open(3);
    await vi.advanceTimersByTimeAsync(399);
    expect(fake.read).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(fake.read).toEqual([3]);
  });

  it('shows the machine’s own draft of the review on screen, from its reading on', async () => {
    const { fake, desk } = await openDesk();
    fake.move(1, 'drafting');
    fake.tell('tasks', taskPage([], { running }));
    await vi.advanceTimersByTimeAsync(300);
    expect(desk.stream.writing).toBe(true);
    fake.emit({ run: '40', seq: 1, body: 'Nous' });
    expect(desk.stream.body).toBe('Nous');
    fake.write(1, reply(1, 'Nous avons lu.', 'ollama'));
    fake.move(1, 'drafted');
    fake.emit({ run: '40', seq: 2, body: 'Nous avons lu.', state: 'done' });
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.stream.writing).toBe(false);
    expect(desk.editor.text.body).toBe('Nous avons lu.');
  });

  it('shows it at its first words where its beginning was not heard', async () => {
    const { fake, desk } = await openDesk();
    fake.emit({ run: '40', seq: 3, body: 'Nous' });
    expect(desk.stream.body).toBe('Nous');
    fake.emit({ run: '41', id: 2, seq: 1, body: 'Autre' });
    expect(desk.stream.body).toBe('Nous');
  });

  it('never draws a draft over words that are being typed', async () => {
    const { fake, desk } = await openDesk();
    desk.editor.write('body', 'Mes mots');
    fake.emit({ run: '40', seq: 1, body: 'Nous' });
    expect(desk.stream.writing).toBe(false);
    expect(desk.editor.text.body).toBe('Mes mots');
  });

  it('does not begin again after the end of a run', async () => {
    const { fake, desk } = await openDesk();
    fake.emit({ run: '40', seq: 2, state: 'done' });
    fake.emit({ run: '40', seq: 1, body: 'Tard' });
    expect(desk.stream.writing).toBe(false);
  });

  it('shows what failed without anybody asking', async () => {
    const { fake, desk } = await openDesk();
    fake.tell('fault', { code: 'disk_full', message: 'Plein.', hint: '' });
    expect(desk.messages.alerts.map((alert) => alert.code)).toEqual(['disk_full']);
  });
});
