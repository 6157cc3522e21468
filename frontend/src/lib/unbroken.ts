// What a user typed is shown as we write: no line begins with a question mark.

/**
 * A text whose double punctuation does not part from its word at the end of a
 * line. Each space gives way to one other character: what stands where in the
 * text stays true, and nothing of this is stored.
 */
export const unbroken = (text: string): string =>
  text
    .replace(/(?<=\S) (?=[?!:;»]+(?:\s|$))/gu, '\u00a0')
    .replace(/(?<=(?:^|\s)«) (?=\S)/gu, '\u00a0');
