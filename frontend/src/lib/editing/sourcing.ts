// From a sentence of the reply to the sheet it stands on.
import type { Desk } from '../desk.svelte.ts';
import { speech } from '../speech.svelte.ts';
import { citedIn } from './cited.ts';

/** Opens the sheet of a source, by its number, at the passage that is cited. */
export async function openSource(desk: Desk, number: number): Promise<void> {
  const source = desk.dossier?.reply?.sources[number - 1];
  if (source) await desk.cited.open(source);
}

/** Opens the sheet of the sentence that the caret stands in. */
export async function sourceHere(desk: Desk): Promise<void> {
  const sources = desk.dossier?.reply?.sources ?? [];
  const { caret } = desk.pen;
  const cited = citedIn(desk.editor.text.body, sources);
  const here = cited.find(({ from, at }) => from <= caret && caret <= at);
  if (!here) return desk.messages.tell(speech.words.edit.noSource);
  await openSource(desk, here.numbers[0]!);
}
