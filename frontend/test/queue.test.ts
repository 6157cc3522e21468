import { describe, expect, it, vi } from 'vitest';
import { lookAt, narrowing, noFilters, toggled } from '../src/lib/looking.ts';
import { PAGE } from '../src/lib/pages.ts';
import { Queue } from '../src/lib/queue.svelte.ts';
import { drawnHeight, placeFor, rowsInSight, stretch } from '../src/lib/rows.ts';
import type { Card, QueueQuery } from '../src/lib/types.ts';
import { card } from './invented.ts';

/** A backend whose pages hold fifty cards each and go on from a card. */
function pages(all: Card[]) {
  const asked: QueueQuery[] = [];
  const from = ({ after, skip }: QueueQuery) =>
    after ? all.findIndex((one) => one.id > Number(after)) : skip;
  const backend = {
    Queue: async (query: QueueQuery) => {
      asked.push(query);
      const at = from(query);
      const cards = at < 0 ? [] : all.slice(at, at + PAGE);
      const last = cards.at(-1);
      return { cards, next: last && last !== all.at(-1) ? String(last.id) : '' };
    },
    CountQueue: async () => ({ n: all.length, more: false }),
  };
  return { asked, all, queue: new Queue(backend) };
}

const cards = (n: number) => Array.from({ length: n }, (_, i) => card(i + 1));
const ids = (queue: Queue, first: number, last: number) =>
  Array.from({ length: last - first }, (_, i) => queue.row(first + i)?.id);

describe('Queue', () => {
  it('knows how many there are, and reads the pages in sight alone', async () => {
    const { queue, asked } = pages(cards(100_000));
    await queue.load();
    expect(queue.total).toBe(100_000);
    await queue.want(90_010, 90_020);
    expect(ids(queue, 90_010, 90_012)).toEqual([90_011, 90_012]);
    expect(asked.map((q) => q.skip)).toEqual([0, 90_000]);
    await queue.want(90_040, 90_060);
    expect(ids(queue, 90_049, 90_051)).toEqual([90_050, 90_051]);
    expect(asked.at(-1)).toMatchObject({ after: '90050', skip: 0 });
  });

  it('holds a few pages, however far it is walked', async () => {
    const { queue } = pages(cards(5000));
    await queue.load();
    for (let row = 0; row < 5000; row += PAGE) await queue.want(row, row + 1);
    expect(queue.row(4990)?.id).toBe(4991);
    expect(queue.row(0)).toBeUndefined();
    await queue.want(0, 1);
    expect(queue.row(0)?.id).toBe(1);
  });

  it('drops the answer of a look that another one overtook, and its failure', async () => {
    const answers: { ok: (cards: Card[]) => void; no: (reason: unknown) => void }[] = [];
    const backend = {
      Queue: () =>
        new Promise<{ cards: Card[]; next: string }>((ok, no) =>
          answers.push({ ok: (found) => ok({ cards: found, next: '' }), no }),
        ),
      CountQueue: vi.fn(),
    };
    const queue = new Queue(backend);
    const first = queue.load({ search: 'a' });
    const second = queue.load({ search: 'ab' });
    answers[1]!.ok([card(2)]);
    await second;
    answers[0]!.no({ code: 'internal' });
    await first;
    expect(ids(queue, 0, 2)).toEqual([2, undefined]);
    expect(queue.loading).toBe(false);
    expect(backend.CountQueue).not.toHaveBeenCalled();
  });

  it('reads again what is in sight, and holds the selected one in place', async () => {
    const { queue, all } = pages(cards(80));
    await queue.load();
    await queue.want(0, 60);
    queue.selected = 2;
    all.splice(1, 1);
    await queue.refresh();
    expect(ids(queue, 0, 4)).toEqual([1, 2, 3, 4]);
    expect(queue.length).toBe(80);
    expect(queue.index).toBe(1);
    queue.selected = 3;
    await queue.refresh();
    expect(ids(queue, 0, 3)).toEqual([1, 3, 4]);
    expect(ids(queue, 48, 52)).toEqual([50, 51, 52, 53]);
  });

  it('lets a look that is on its way through before it reads again', async () => {
    const { queue, asked } = pages(cards(3));
    const look = queue.load();
    const again = queue.refresh();
    await look;
    expect(queue.row(0)?.id).toBe(1);
    await again;
    expect(asked).toHaveLength(2);
  });

  it('steps across a page’s edge and stops at the ends', async () => {
    const { queue } = pages(cards(51));
    await queue.load();
    queue.selected = 50;
    expect((await queue.step(1))?.id).toBe(51);
    queue.selected = 51;
    expect(await queue.step(1)).toBeUndefined();
    queue.selected = 1;
    expect((await queue.step(-1))?.id).toBe(1);
    queue.selected = null;
    expect((await queue.step(1))?.id).toBe(1);
  });

  it('gives the follower of a card that leaves, the one before at the end', async () => {
    const { queue } = pages(cards(3));
    await queue.load();
    expect((await queue.leave(1))?.id).toBe(2);
    expect((await queue.leave(3))?.id).toBe(2);
    expect(await queue.leave(2)).toBeUndefined();
    expect(queue.length).toBe(0);
  });

  it('goes on from where a card stayed that had left the list', async () => {
    const { queue, all } = pages(cards(10));
    await queue.load();
    queue.selected = 5;
    all.splice(4, 1);
    await queue.refresh();
    expect(queue.row(4)?.id).toBe(5);
    expect((await queue.leave(5))?.id).toBe(6);
    expect(queue.length).toBe(9);
  });

  it('moves the rows up across pages when a card leaves', async () => {
    const { queue } = pages(cards(120));
    await queue.load();
    await queue.want(0, 100);
    await queue.leave(10);
    expect(ids(queue, 8, 10)).toEqual([9, 11]);
    expect(ids(queue, 48, 51)).toEqual([50, 51, 52]);
    expect(queue.total).toBe(119);
  });

  it('asks for what narrows the list, and counts what was found', async () => {
    const { queue, asked } = pages(cards(60));
    await queue.filter({ sentiments: ['negative'], overdue: true });
    await queue.order('newest');
    expect(asked.at(-1)).toMatchObject({
      sort: 'newest',
      filters: { ...noFilters, sentiments: ['negative'], overdue: true },
    });
    expect(narrowing(queue.look.filters)).toBe(2);
    expect(queue.whole).toBe(false);
    expect(lookAt('done')).toEqual({ tab: 'done', search: '', filters: noFilters, sort: '' });
    expect(toggled(toggled([1], 2), 1)).toEqual([2]);
  });
});

describe('the rows worth drawing', () => {
  it.each([
    [0, 600, 100, 1000, { first: 0, last: 12 }],
    [5000, 600, 100, 1000, { first: 44, last: 62 }],
    [99_400, 600, 100, 1000, { first: 988, last: 1000 }],
    [9000, 600, 100, 3, { first: 3, last: 3 }],
    [0, 600, 100, 0, { first: 0, last: 0 }],
  ])('place %i, sight %i, rows of %i, %i of them', (place, sight, height, count, rows) => {
    expect(rowsInSight(place, sight, height, count)).toEqual(rows);
  });

  it('scrolls no further than it must', () => {
    expect(placeFor(2, 0, 600, 100)).toBe(0);
    expect(placeFor(9, 0, 600, 100)).toBe(400);
    expect(placeFor(2, 500, 600, 100)).toBe(200);
  });

  it('reaches the last of a million rows with a bar that engines can draw', () => {
    const [sight, height, count] = [600, 108, 1_000_000];
    const end = drawnHeight(height, count) - sight;
    expect(end * stretch(sight, height, count)).toBeCloseTo(height * count - sight, 3);
    expect(drawnHeight(height, 100)).toBe(10_800);
    expect(stretch(sight, height, 100)).toBe(1);
  });
});
