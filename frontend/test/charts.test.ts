import { describe, expect, it } from 'vitest';
import { bars, level, marks, middle, named, runs, totals } from '../src/lib/charts.ts';

const plot = { width: 440, height: 200, left: 40, bottom: 20 };

describe('the axis', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [42, [0, 20, 40, 60]],
    [1_234, [0, 500, 1000, 1500]],
  ])('of %s', (highest, expected) => {
    const got = marks(highest, 1);
    expect(got.at(-1)).toBeGreaterThanOrEqual(highest);
    expect(got).toEqual(expected);
  });
});

describe('the axis of what is no count', () => {
  it('may have finer marks', () => {
    expect(marks(0.3, 0.1)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(marks(2.7, 0.1)).toEqual([0, 1, 2, 3]);
  });
});

describe('bars', () => {
  const all = [
    { name: 'a', values: [2, 0, 1] },
    { name: 'b', values: [3, 4, null] },
  ];

  it('stand on each other up to the sum', () => {
    expect(totals(all)).toEqual([5, 4, 1]);
    const drawn = bars(plot, all, 8);
    expect(drawn).toHaveLength(4);
    const [low, high] = [drawn[0]!, drawn[2]!];
    expect(low.y + low.height).toBe(level(plot, 0, 8));
    expect(high.y + high.height).toBeCloseTo(low.y);
    expect(high.y).toBeCloseTo(level(plot, 5, 8));
  });

  it('stay inside the plot, in the middle of their period', () => {
    for (const bar of bars(plot, all, 5)) {
      expect(bar.x).toBeGreaterThanOrEqual(plot.left);
      expect(bar.x + bar.width).toBeLessThanOrEqual(plot.width);
      expect(bar.y).toBeGreaterThanOrEqual(0);
    }
    expect(middle(plot, 4, 0)).toBe(90);
  });
});

describe('a line', () => {
  it('breaks where nothing was measured', () => {
    const drawn = runs(plot, [null, 2, 0, null, null, 3], 4);
    expect(drawn.map((run) => run.map(({ at }) => at))).toEqual([[1, 2], [5]]);
    expect(drawn[0]![1]!.y).toBe(level(plot, 0, 4));
  });
});

describe('names under the axis', () => {
  it('never touch, and the last period always has one', () => {
    expect(named(plot, 4, 60)).toEqual([0, 1, 2, 3]);
    const few = named(plot, 26, 60);
    expect(few.at(-1)).toBe(25);
    expect(Math.min(...few.slice(1).map((at, n) => at - few[n]!)) * (400 / 26)).toBeGreaterThan(60);
  });
});
