/** Counts things: "2 avis", the number tied to its word by a no-break space. */
export const plural =
  (several: (n: number) => boolean) =>
  (n: number, one: string, more: string): string =>
    `${n}\u00a0${several(n) ? more : one}`;
