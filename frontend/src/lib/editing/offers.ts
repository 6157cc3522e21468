// What the card of a flag offers: a finding's repair, or other spellings and
// the agent's own dictionary.
import type { Desk } from '../desk.svelte.ts';
import { speech } from '../speech.svelte.ts';
import type { Finding } from '../types.ts';
import type { Flag } from './flags.ts';
import type { Choice } from './pen.svelte.ts';
import { spellings } from './spellcheck.ts';

/** What can be done about a flag of the open reply. */
export function offers(desk: Desk, flag: Flag): Choice[] | Promise<Choice[]> {
  const { told } = flag;
  if ('finding' in told) return repairs(desk, told.finding);
  return spellings(desk, told.word, (word) => desk.pen.replace(flag, word));
}

function repairs(desk: Desk, finding: Finding): Choice[] {
  if (finding.repair === null || !desk.may('edit')) return [];
  const { edit, repair } = speech.words;
  const label = finding.repair ? edit.replaceBy(finding.repair) : repair.remove;
  return [{ label, take: () => mend(desk, finding) }];
}

/** Makes a finding's repair, or says that its place is gone. */
export async function mend(desk: Desk, finding: Finding): Promise<void> {
  if (!(await desk.editor.repair(finding))) desk.messages.tell(speech.words.repairGone);
}
