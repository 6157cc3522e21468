// Which rows of a long list are worth drawing, and where. A page can only be
// so high: beyond that the scroll bar runs over a shorter way, and a wheel
// moves through the rows by its own step.

/** The height that every engine can still scroll, in CSS pixels. */
const HIGHEST = 8_000_000;

export interface Rows {
  first: number;
  /** One past the last. */
  last: number;
}

/** The rows in sight plus a few on either side; every row has one height. */
export function rowsInSight(place: number, sight: number, height: number, count: number): Rows {
  const spare = 6;
  const first = Math.max(0, Math.floor(place / height) - spare);
  const last = Math.min(count, Math.ceil((place + sight) / height) + spare);
  return { first: Math.min(first, count), last };
}

/** How high the list is drawn. */
export const drawnHeight = (height: number, count: number): number =>
  Math.min(height * count, HIGHEST);

/** How many pixels of the list one pixel of its scroll bar stands for. */
export function stretch(sight: number, height: number, count: number): number {
  const whole = height * count;
  if (whole <= HIGHEST) return 1;
  return (whole - sight) / (HIGHEST - sight);
}

/** The place that brings a row into sight, the present one when it is there. */
export function placeFor(row: number, place: number, sight: number, height: number): number {
  if (row * height < place) return row * height;
  return Math.max(place, (row + 1) * height - sight);
}
