// Choosing between drafts: asking for one otherwise, holding two side by side,
// putting another in force, rejecting one, and reading what a model was given.
import type { Panel } from './choice.svelte.ts';
import type { Desk } from './desk.svelte.ts';
import { draft, stateWord } from './drafting.ts';
import { focusOn } from './focus.ts';
import { speech } from './speech.svelte.ts';
import type { Reply } from './types.ts';

/** A draft by a machine: the only kind that is rejected. */
export const byMachine = (version: Reply): boolean => version.writer !== 'hand';

/** What an agent may reject now: a machine's draft, while the reply is at work. */
export const rejectable =
  (desk: Desk) =>
  (version: Reply): boolean =>
    byMachine(version) && desk.may('prefer');

/** The version held beside the one in force. */
export function beside(desk: Desk): Reply | undefined {
  const others = desk.dossier?.versions.slice(1) ?? [];
  return others.find((version) => version.number === desk.choice.beside) ?? others[0];
}

/** The version that a key is about: the one held beside, else the one in force. */
export function meant(desk: Desk, fits: (version: Reply) => boolean): Reply | undefined {
  const held = desk.choice.shows('compare') ? beside(desk) : undefined;
  return [held, desk.dossier?.reply].find((version) => !!version && fits(version)) ?? undefined;
}

/** Opens the form that asks for another draft, or closes it. */
export async function otherwise(desk: Desk): Promise<void> {
  if (desk.choice.shows('wish')) return desk.choice.close('wish');
  if (!desk.may('draft')) return refuse(desk);
  show(desk, 'wish');
}

/** Holds two versions side by side, or closes them. */
export async function compare(desk: Desk): Promise<void> {
  if (desk.choice.shows('compare')) return desk.choice.close('compare');
  if (desk.stream.writing) return refuse(desk);
  if (!(await desk.keep())) return;
  if (!beside(desk)) return desk.messages.tell(speech.words.choice.single);
  desk.choice.beside = 0;
  show(desk, 'compare');
  await focusOn('compare');
}

/** Puts the version held beside in force; nobody takes one without seeing it. */
export async function preferBeside(desk: Desk): Promise<void> {
  if (!desk.choice.shows('compare')) return compare(desk);
  const version = beside(desk);
  if (version) await prefer(desk, version.number);
}

/** Puts a version in force; undoing it puts the former one back. */
export async function prefer(desk: Desk, number: number): Promise<void> {
  if (desk.busy) return;
  desk.busy = true;
  try {
    const { id } = desk.editor;
    const former = await putInForce(desk, id, number);
    if (former === undefined) return;
    desk.messages.tell(speech.words.choice.preferred(number), () => putBack(desk, id, former));
  } catch (failure) {
    desk.messages.fail(failure);
  } finally {
    desk.busy = false;
  }
}

// Gives the number that was in force before; undefined where nothing changed.
// The agent may have opened another review while the words were being kept.
async function putInForce(desk: Desk, id: number, number: number): Promise<number | undefined> {
  if (!(await desk.keep()) || desk.editor.id !== id) return undefined;
  const former = desk.dossier?.reply?.number;
  if (former === undefined || !desk.may('prefer')) return void refuse(desk);
  await desk.backend.Prefer(id, desk.editor.version, number);
  await desk.reread();
  desk.choice.beside = former;
  desk.soon();
  return former;
}

async function putBack(desk: Desk, id: number, former: number): Promise<boolean> {
  if (desk.dossier?.review.id !== id && !(await desk.open(id))) return false;
  return (await desk.messages.guard(putInForce(desk, id, former))) !== undefined;
}

/** Asks why a draft will not do. */
export function reject(desk: Desk, version = meant(desk, rejectable(desk))): void {
  if (!version) return;
  desk.choice.rejecting = version;
  show(desk, 'reject');
}

/** Keeps the reason, and offers to draft again. */
export async function rejectFor(desk: Desk, reason: string): Promise<void> {
  const id = desk.dossier?.review.id;
  const version = desk.choice.rejecting;
  if (id === undefined || !version) return;
  const kept = desk.backend.Reject(id, version.number, reason).then(() => true);
  if (!(await desk.messages.guard(kept))) return;
  await desk.choice.close('reject');
  await desk.messages.guard(desk.reread());
  const { didReject, another } = speech.words.choice;
  const take = async () => void ((await desk.open(id)) && (await draft(desk)));
  desk.messages.tell(didReject(version.number), () => unreject(desk, id, version.number), {
    text: another,
    take,
  });
}

async function unreject(desk: Desk, id: number, number: number): Promise<boolean> {
  const back = desk.backend.Unreject(id, number).then(() => desk.reread());
  return !!(await desk.messages.guard(back.then(() => true)));
}

/** Opens what a model was given for a version. */
export async function openPrompt(desk: Desk, version = meant(desk, prompted)): Promise<void> {
  const id = desk.dossier?.review.id;
  if (id === undefined || !version) return desk.messages.tell(speech.words.choice.noPrompt);
  const prompt = await desk.messages.guard(desk.backend.Prompt(id, version.number));
  if (!prompt || desk.dossier?.review.id !== id) return;
  desk.choice.prompted = { version, prompt };
  show(desk, 'prompt');
}

const prompted = (version: Reply): boolean => version.prompted;

function show(desk: Desk, panel: Panel): void {
  desk.choice.open(panel);
  desk.screen = 'reviews';
  desk.pane = 'reply';
}

const refuse = (desk: Desk): void => desk.messages.tell(speech.words.notAllowed(stateWord(desk)));
