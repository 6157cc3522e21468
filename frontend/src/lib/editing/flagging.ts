// Going from flag to flag by key.
import type { Desk } from '../desk.svelte.ts';
import { focusOn } from '../focus.ts';
import { speech } from '../speech.svelte.ts';
import type { Finding } from '../types.ts';
import type { Card } from './pen.svelte.ts';

/** Goes to the next flag in the text, or the one before, and says what it is. */
export async function stepFlag(desk: Desk, by: 1 | -1): Promise<void> {
  await toText(desk);
  say(desk, await desk.pen.step(by));
}

/** Says what is flagged under the caret, and what can be done about it. */
export async function tellFlag(desk: Desk): Promise<void> {
  await toText(desk);
  say(desk, await desk.pen.here());
}

function say(desk: Desk, found: boolean): void {
  if (found) sayCard(desk);
  else desk.messages.tell(speech.words.edit.noFlag);
}

/** Goes to a finding's place in the text, where it has one. */
export async function showFinding(desk: Desk, finding: Finding): Promise<void> {
  await toText(desk);
  const { flags } = desk.pen;
  const flag = flags.find(({ told }) => 'finding' in told && told.finding === finding);
  if (!flag) return elsewhere(desk, finding);
  await desk.pen.open(flag, true);
  sayCard(desk);
}

// A finding of the frame is shown in its field; one across the parts is about
// all of the reply.
function elsewhere({ editor, messages }: Desk, finding: Finding): Promise<void> | void {
  const place = editor.place(finding);
  if (place) return focusOn(`reply-${place.part}`);
  messages.tell(editor.judged ? speech.words.edit.wholeReply : speech.words.repairGone);
}

/** Goes to the first word that no dictionary has. */
export async function showUnknown(desk: Desk): Promise<void> {
  await toText(desk);
  const flag = desk.pen.flags.find(({ told }) => 'word' in told);
  if (!flag) return desk.messages.tell(speech.words.edit.noFlag);
  await desk.pen.open(flag, true);
  sayCard(desk);
}

async function toText(desk: Desk): Promise<void> {
  desk.screen = 'reviews';
  desk.pane = 'reply';
  await focusOn('reply-body');
}

function sayCard(desk: Desk): void {
  const { card, flags } = desk.pen;
  if (!card) return;
  const { edit } = speech.words;
  const at = flags.findIndex(({ from, to }) => from === card.flag.from && to === card.flag.to);
  const told = [cardKind(card), cardText(card), edit.flagAt(at + 1, flags.length)];
  desk.messages.say([...told, card.choices[0]?.label].filter(Boolean).join('. '));
}

/** What kind of flag a card is about, in words. */
export function cardKind({ flag: { told } }: Card): string {
  const { edit, severity } = speech.words;
  return 'finding' in told ? severity[told.finding.severity] : edit.spelling;
}

/** Why the words of a card are flagged. */
export function cardText({ flag: { told }, words }: Card): string {
  return 'finding' in told ? told.finding.message : speech.words.edit.unknown(words);
}
