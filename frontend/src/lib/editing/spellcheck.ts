// Checking the spelling of the open reply, and keeping the agent's own words.
import type { Desk } from '../desk.svelte.ts';
import { speech } from '../speech.svelte.ts';
import { bare } from './french.ts';
import type { Choice } from './pen.svelte.ts';

/** Flags the words of the reply that no dictionary has. */
export async function checkSpelling(desk: Desk): Promise<void> {
  const { body } = desk.editor.text;
  const found = await desk.spelling.check(body, names(desk)).catch(() => failed(desk));
  if (desk.editor.text.body === body) desk.spelling.found = desk.pen.spell(found);
}

// Said once: the same message is not shown twice.
function failed(desk: Desk): [] {
  const { noSpelling, noSpellingHint } = speech.words.edit;
  desk.messages.fail({ code: 'no_dictionary', message: noSpelling, hint: noSpellingHint });
  return [];
}

// What the service calls itself and its people is spelled as it likes.
function names({ status, frames, dossier }: Desk): string {
  const own = [status?.service, status?.person, ...frames.closings, ...frames.signatures];
  return [...own, dossier?.review.structure, dossier?.review.typology].filter(Boolean).join('\n');
}

/** Other spellings of a word, and a place for it in the agent's dictionary. */
export async function spellings(
  desk: Desk,
  word: string,
  put: (word: string) => void,
): Promise<Choice[]> {
  const others = await desk.spelling.others(word).catch(() => failed(desk));
  const choices = others.map((other: string) => ({ label: other, take: () => put(other) }));
  const own = bare(word);
  return [...choices, { label: speech.words.edit.addWord(own), take: () => learn(desk, own) }];
}

async function learn(desk: Desk, word: string): Promise<void> {
  if (!(await kept(desk, desk.spelling.add(word)))) return;
  const back = () => desk.messages.guard(desk.spelling.remove(word));
  desk.messages.tell(speech.words.edit.wordAdded(word), back);
}

/** Takes a word out of the agent's dictionary; it can be put back. */
export async function unlearn(desk: Desk, word: string): Promise<void> {
  if (!(await kept(desk, desk.spelling.remove(word)))) return;
  const back = () => desk.messages.guard(desk.spelling.add(word));
  desk.messages.tell(speech.words.dictionary.removed(word), back);
}

const kept = (desk: Desk, change: Promise<void>) =>
  desk.messages.guard(change.then(() => true as const));

/** Checks spelling from now on, or no longer. */
export async function toggleSpelling(desk: Desk): Promise<void> {
  await desk.spelling.toggle();
  const { spellingOn, spellingOff } = speech.words.edit;
  desk.messages.tell(desk.spelling.on ? spellingOn : spellingOff);
}
