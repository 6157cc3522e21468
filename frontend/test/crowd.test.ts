import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Crowd } from '../src/lib/crowd.svelte.ts';
import { noFilters } from '../src/lib/looking.ts';
import { Messages } from '../src/lib/messages.svelte.ts';
import { Queue } from '../src/lib/queue.svelte.ts';
import { daysOn, proposals } from '../src/lib/snoozing.ts';
import { Tasks } from '../src/lib/tasks.svelte.ts';
import type { Backend } from '../src/lib/backend.ts';
import type { Many, NamedView } from '../src/lib/types.ts';
import { Views } from '../src/lib/views.svelte.ts';
import { card } from './invented.ts';

const asked: Many[] = [];
let named: NamedView[] = [];
const calls = {
  Queue: vi.fn(async () => ({ cards: [1, 2, 3, 4, 5].map((id) => card(id)), next: '' })),
  CountQueue: vi.fn(),
  CountMany: async (many: Many) => (asked.push(many), 3),
  DoMany: async (many: Many) => (asked.push(many), 3),
  UndoMany: vi.fn(async () => 3),
  Enqueue: vi.fn(async (ids: number[]) => ids.length),
  EnqueueNew: vi.fn(async () => 5),
  DropTask: vi.fn(async () => undefined),
  Choices: async () => ({ people: ['Ana'], structures: [] }),
  Views: async () => named,
  SaveView: async (view: NamedView) => void (named = [...named, view]),
  RemoveView: async (name: string) => void (named = named.filter((one) => one.name !== name)),
};
const backend = calls as unknown as Backend;
let queue: Queue;
let messages: Messages;
let crowd: Crowd;

beforeEach(async () => {
  asked.length = 0;
  named = [];
  vi.clearAllMocks();
  queue = new Queue(backend);
  messages = new Messages();
  crowd = new Crowd(backend, queue, messages, new Tasks(backend, messages));
  await queue.load();
});

describe('Crowd', () => {
  it('chooses one, a stretch, and none', () => {
    crowd.toggle(2);
    crowd.reach(4);
    expect(crowd.marked).toEqual([2, 3, 4]);
    crowd.toggle(3);
    expect(crowd.has(3)).toBe(false);
    crowd.clear();
    expect(crowd.any).toBe(false);
  });

  it('says how many it would change before it does, and takes it back', async () => {
    crowd.toggle(1);
    crowd.toggle(2);
    await crowd.ask('assign');
    expect(crowd.foreseen).toBe(3);
    await crowd.go('Ana');
    expect(asked.at(-1)).toMatchObject({ action: 'assign', ids: [1, 2], assignee: 'Ana' });
    expect(crowd.any).toBe(false);
    await messages.undo();
    expect(calls.UndoMany).toHaveBeenCalledOnce();
  });

  it('names no review where all that is found is meant', async () => {
    await queue.filter({ sentiments: ['negative'] });
    crowd.chooseAll();
    expect(crowd.has(99)).toBe(true);
    await crowd.ask('dismiss');
    await crowd.go('hors sujet');
    const { ids, reason, query } = asked.at(-1)!;
    expect([ids, reason, query.filters.sentiments]).toEqual([[], 'hors sujet', ['negative']]);
  });

  it('asks for drafts of those chosen', async () => {
    crowd.toggle(5);
    await crowd.draft();
    expect(calls.Enqueue).toHaveBeenCalledWith([5]);
    expect(messages.notice?.text).toContain('1');
    expect(crowd.any).toBe(false);
    await messages.undo();
    expect(calls.DropTask).toHaveBeenCalledWith(5);
  });

  it('keeps what was chosen when it cannot be done', async () => {
    crowd.toggle(1);
    await crowd.ask('restore');
    vi.spyOn(backend, 'DoMany').mockRejectedValueOnce({ code: 'conflict', message: 'x', hint: '' });
    await crowd.go('');
    expect(crowd.marked).toEqual([1]);
    expect(messages.alerts).toHaveLength(1);
  });
});

describe('Views', () => {
  it('keeps what the list shows, applies it, forgets it and takes that back', async () => {
    const views = new Views(backend, queue, messages);
    await queue.load({ tab: 'all', search: 'guichet' });
    await queue.filter({ overdue: true });
    await views.save('Plaintes');
    expect(views.current).toBe('Plaintes');
    await views.clear();
    expect(queue.look).toMatchObject({ search: '', filters: noFilters });
    await views.apply('Plaintes');
    expect(queue.look).toMatchObject({ tab: 'all', search: 'guichet' });
    expect(views.count).toBe(1);
    await views.remove('Plaintes');
    expect(views.named).toEqual([]);
    await messages.undo();
    await vi.waitFor(() => expect(views.named).toHaveLength(1));
  });

  it('wants a name', async () => {
    const views = new Views(backend, queue, messages);
    await views.save('');
    expect([named, messages.notice !== null]).toEqual([[], true]);
  });

  it('reads what the filters propose when they show', async () => {
    const views = new Views(backend, queue, messages);
    await views.toggle();
    expect([views.shown, views.choices.people]).toEqual([true, ['Ana']]);
  });
});

describe('the days that are proposed', () => {
  it.each([
    [new Date(2026, 10, 24), ['2026-11-25', '2026-11-30', '2026-12-01']],
    [new Date(2026, 10, 29), ['2026-11-30', '2026-11-30', '2026-12-06']],
    [new Date(2026, 11, 28), ['2026-12-29', '2027-01-04', '2027-01-04']],
  ])('%s', (now, days) => {
    expect(proposals(now).map((one) => one.day)).toEqual(days);
    expect(daysOn(now, 0).slice(0, 4)).toBe(String(now.getFullYear()));
  });
});
