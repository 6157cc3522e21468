// Seeing what was changed since a draft: one text with what was put in and
// what was taken out.
import { byMachine } from '../choosing.ts';
import type { Desk } from '../desk.svelte.ts';
import { focusOn } from '../focus.ts';
import { speech } from '../speech.svelte.ts';
import { whole } from '../whole.ts';

/** How two versions are held against each other. */
export class Changes {
  /** One text with its changes, rather than two side by side. */
  together = $state(false);
}

/** Shows what changed since the machine's draft; where two are compared, turns the view. */
export async function changes(desk: Desk): Promise<void> {
  if (desk.choice.shows('compare')) {
    desk.changes.together = !desk.changes.together;
    return;
  }
  if (desk.stream.writing || !(await desk.keep())) return;
  open(desk);
  await focusOn('compare');
}

function open(desk: Desk): void {
  const { edit } = speech.words;
  const others = desk.dossier?.versions.slice(1) ?? [];
  const draft = others.find(byMachine);
  if (!draft) return desk.messages.tell(edit.noDraft);
  if (draft.text === whole(desk.editor.text)) return desk.messages.tell(edit.noChange);
  desk.choice.beside = draft.number;
  desk.changes.together = true;
  desk.choice.open('compare');
  desk.screen = 'reviews';
  desk.pane = 'reply';
}
