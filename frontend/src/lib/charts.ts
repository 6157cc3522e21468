// The geometry of the charts: from series to bars, points and labels. Units are
// pixels; the origin is the top left, as in SVG.

/** One line of a chart's table; null where there is nothing to measure. */
export interface Series {
  name: string;
  values: (number | null)[];
}

/** The plot inside its labels. */
export interface Plot {
  width: number;
  height: number;
  left: number;
  bottom: number;
}

export interface Bar {
  series: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Dot {
  at: number;
  x: number;
  y: number;
}

/** Round marks for the axis, from 0 to the highest value or just above it. */
export function marks(highest: number, least: number): number[] {
  const rough = Math.max(highest / 4, least);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough * 0.999)!;
  const count = Math.max(Math.ceil(highest / step), 1);
  return Array.from({ length: count + 1 }, (_, n) => Number((n * step).toPrecision(6)));
}

/** The sum of each period, over all series. */
export const totals = (all: Series[]): number[] =>
  (all[0]?.values ?? []).map((_, at) =>
    all.reduce((sum, { values }) => sum + (values[at] ?? 0), 0),
  );

const slot = (plot: Plot, count: number): number => (plot.width - plot.left) / Math.max(count, 1);

/** Where the middle of a period stands. */
export const middle = (plot: Plot, count: number, at: number): number =>
  plot.left + slot(plot, count) * (at + 0.5);

const high = (plot: Plot, value: number, top: number): number =>
  plot.height - plot.bottom - ((plot.height - plot.bottom - HEADROOM) * value) / top;

/** Where a value stands above the axis. */
export const level = high;

// Room over the highest bar for its number.
const HEADROOM = 18;

/** Bars that stand on each other, period by period. */
export function bars(plot: Plot, all: Series[], top: number): Bar[] {
  const count = all[0]?.values.length ?? 0;
  const width = Math.min(slot(plot, count) * 0.7, 40);
  const stand = new Array<number>(count).fill(0);
  return all.flatMap(({ values }, series) =>
    values.flatMap((value, at) => {
      if (!value) return [];
      const from = stand[at]!;
      stand[at] = from + value;
      const y = high(plot, from + value, top);
      const x = middle(plot, count, at) - width / 2;
      return [{ series, x, y, width, height: high(plot, from, top) - y }];
    }),
  );
}

/** The points of a line, with a break where nothing was measured. */
export function runs(plot: Plot, values: (number | null)[], top: number): Dot[][] {
  const out: Dot[][] = [[]];
  values.forEach((value, at) => {
    if (value === null) out.push([]);
    else out.at(-1)!.push({ at, x: middle(plot, values.length, at), y: high(plot, value, top) });
  });
  return out.filter((run) => run.length > 0);
}

/** Which periods are named under the axis so that the names do not touch. */
export function named(plot: Plot, count: number, room: number): number[] {
  const every = Math.max(Math.ceil(room / slot(plot, count)), 1);
  return Array.from({ length: count }, (_, at) => at).filter(
    (at) => (count - 1 - at) % every === 0,
  );
}

/** Whether every bar has room for its number. */
export const roomy = (plot: Plot, count: number, room: number): boolean =>
  slot(plot, count) >= room;
