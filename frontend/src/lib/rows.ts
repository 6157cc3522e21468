// Which rows of a long list are worth drawing.

export interface Rows {
  first: number;
  /** One past the last. */
  last: number;
}

/** The rows in sight plus a few on either side; every row has one height. */
export function rowsInSight(scroll: number, sight: number, height: number, count: number): Rows {
  const spare = 6;
  const first = Math.max(0, Math.floor(scroll / height) - spare);
  const last = Math.min(count, Math.ceil((scroll + sight) / height) + spare);
  return { first: Math.min(first, count), last };
}

/** The scroll that brings a row into sight, the present one when it is there. */
export function scrollFor(row: number, scroll: number, sight: number, height: number): number {
  if (row * height < scroll) return row * height;
  return Math.max(scroll, (row + 1) * height - sight);
}
