// Searching as people type: without accents, capitals or the form of an
// apostrophe.

/** A text as it is searched; each character keeps its place. */
export function plain(text: string): string {
  return [...text]
    .map((char) => {
      const bare = char.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      return bare.length === char.length ? bare : char;
    })
    .join('')
    .replaceAll('’', "'");
}

/** Whether a text holds every word that is sought. */
export function holds(text: string, sought: string): boolean {
  const within = plain(text);
  return wordsOf(sought).every((word) => within.includes(word));
}

/** The words of a question, as they are searched. */
export const wordsOf = (sought: string): string[] => plain(sought).split(/\s+/).filter(Boolean);
