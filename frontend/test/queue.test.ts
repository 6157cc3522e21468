import { describe, expect, it } from 'vitest';
import { Queue } from '../src/lib/queue.svelte.ts';
import { rowsInSight, scrollFor } from '../src/lib/rows.ts';
import type { Card, QueueQuery } from '../src/lib/types.ts';
import { card } from './invented.ts';

/** A backend whose pages hold fifty cards each; each answer waits its turn. */
function pages(all: Card[]) {
  const asked: QueueQuery[] = [];
  const answer = async (query: QueueQuery) => {
    asked.push(query);
    const from = Number(query.after || 0);
    const next = from + 50 < all.length ? String(from + 50) : '';
    return { cards: all.slice(from, from + 50), next };
  };
  return { asked, all, queue: new Queue({ Queue: answer }) };
}

const cards = (n: number) => Array.from({ length: n }, (_, i) => card(i + 1));
const ids = (queue: Queue) => queue.cards.map((c) => c.id);

describe('Queue', () => {
  it('loads page after page, each once', async () => {
    const { queue, asked } = pages(cards(120));
    await queue.load();
    await Promise.all([queue.more(), queue.more()]);
    await queue.more();
    await queue.more();
    expect(asked.map((q) => q.after)).toEqual(['', '50', '100']);
    expect(queue.cards).toHaveLength(120);
    expect(queue.complete).toBe(true);
  });

  it('drops the answer of a search that another one overtook', async () => {
    const answers: ((cards: Card[]) => void)[] = [];
    const queue = new Queue({
      Queue: () => new Promise((ok) => answers.push((found) => ok({ cards: found, next: '' }))),
    });
    const first = queue.load('todo', 'a');
    const second = queue.load('todo', 'ab');
    answers[1]!([card(2)]);
    await second;
    answers[0]!([card(1)]);
    await first;
    expect(ids(queue)).toEqual([2]);
    expect(queue.loading).toBe(false);
  });

  it('reads again as many as were shown, and holds the selected one in place', async () => {
    const { queue, all } = pages(cards(80));
    await queue.load();
    await queue.more();
    queue.selected = 2;
    all.splice(1, 1);
    await queue.refresh();
    expect(ids(queue).slice(0, 3)).toEqual([1, 2, 3]);
    expect(queue.cards).toHaveLength(80);
    queue.selected = 3;
    await queue.refresh();
    expect(ids(queue).slice(0, 3)).toEqual([1, 3, 4]);
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
  });
});

describe('the rows worth drawing', () => {
  it.each([
    [0, 600, 100, 1000, { first: 0, last: 12 }],
    [5000, 600, 100, 1000, { first: 44, last: 62 }],
    [99_400, 600, 100, 1000, { first: 988, last: 1000 }],
    [9000, 600, 100, 3, { first: 3, last: 3 }],
    [0, 600, 100, 0, { first: 0, last: 0 }],
  ])('scroll %i, sight %i, rows of %i, %i of them', (scroll, sight, height, count, rows) => {
    expect(rowsInSight(scroll, sight, height, count)).toEqual(rows);
  });

  it('scrolls no further than it must', () => {
    expect(scrollFor(2, 0, 600, 100)).toBe(0);
    expect(scrollFor(9, 0, 600, 100)).toBe(400);
    expect(scrollFor(2, 500, 600, 100)).toBe(200);
  });
});
