// Asking for a draft, stopping it, and the first run.
import type { Desk } from './desk.svelte.ts';
import type { Offer } from './messages.svelte.ts';
import { speech } from './speech.svelte.ts';
import type { ImportReport, Wish, WriterName } from './types.ts';

/** Asks a writer for a draft of the open review, the usual one or as wished. */
export async function draft(desk: Desk, writer?: WriterName, wish: Wish = {}): Promise<void> {
  const id = desk.dossier?.review.id;
  if (id === undefined || desk.stream.writing || desk.busy) return;
  if (!(await desk.editor.flush())) return;
  if (!desk.may('draft')) {
    return desk.messages.tell(speech.words.notAllowed(stateWord(desk)));
  }
  const writing = writer ?? desk.status?.writer ?? 'trame';
  desk.otherwise = (failed) => {
    const wrote = failed === id ? writing : desk.status?.writer;
    return wrote === 'trame' ? null : byTrame(desk, failed, failed === id ? wish : {});
  };
  desk.begin(id);
  desk.messages.say(speech.words.reply.started);
  try {
    desk.stream.named(await desk.backend.Draft(id, writing, wish));
  } catch (reason) {
    desk.stream.leave();
    desk.messages.fail(reason);
  }
}

// The agent decides: trame writes only when asked.
function byTrame(desk: Desk, id: number, wish: Wish): Offer {
  return {
    text: speech.words.reply.byTrameInstead,
    take: async () => {
      if (await desk.open(id)) await draft(desk, 'trame', wish);
    },
  };
}

/** Stops the draft; its end comes as an event, like any other. */
export async function stop(desk: Desk): Promise<void> {
  if (desk.stream.id === null) return;
  await desk.messages.guard(desk.backend.Stop(desk.stream.id));
}

/** What the open review's state is called. */
export function stateWord(desk: Desk): string {
  const state = desk.dossier?.review.state;
  return state ? speech.words.states[state] : '';
}

/** Imports, which opens the first review; a trame draft begins if it has none. */
export async function firstRun(
  desk: Desk,
  take: () => Promise<ImportReport | null>,
): Promise<void> {
  if (!(await take())) return;
  desk.pane = 'reply';
  if (desk.dossier && !desk.dossier.reply && desk.may('draft')) await draft(desk, 'trame');
}
