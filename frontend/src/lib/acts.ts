// What an agent does to a review: each act keeps the words on screen first,
// asks for a reason where one is due, and can be taken back.
import type { Asking, Desk } from './desk.svelte.ts';
import { stateWord } from './drafting.ts';
import { focusOn } from './focus.ts';
import { settingKeys } from './settingkeys.ts';
import { speech } from './speech.svelte.ts';
import type { Action } from './types.ts';

export type Act = Exclude<Action, 'draft' | 'edit' | 'prefer'>;

/** Does an act on the open review. Without its reason it asks for one. */
export async function act(desk: Desk, what: Act, reason = ''): Promise<void> {
  if (!desk.dossier || desk.busy) return;
  desk.busy = true;
  try {
    await attempt(desk, what, reason.trim());
  } catch (failure) {
    desk.messages.fail(failure);
  } finally {
    desk.busy = false;
  }
}

async function attempt(desk: Desk, asked: Act, reason: string): Promise<void> {
  if (!(await desk.keep())) return;
  const what = asked === 'validate' ? handOver(desk) : asked;
  if (!desk.may(what)) {
    return desk.messages.tell(speech.words.notAllowed(stateWord(desk)));
  }
  if ((what === 'validate' || what === 'submit') && desk.editor.blank) {
    return desk.messages.tell(speech.words.reply.empty);
  }
  const asking = asks(desk, what, reason);
  if (asking) {
    desk.asking = asking;
    desk.waiting = what;
    return;
  }
  const id = desk.editor.id;
  const version = await call(desk, what, reason);
  desk.asking = null;
  await after(desk, what, id, version);
}

/** What Ctrl Enter does: with four eyes the author hands the reply over. */
export function handOver(desk: Desk): 'validate' | 'submit' {
  const before = desk.may('submit') || desk.may('edit');
  return before && !!desk.status?.four_eyes ? 'submit' : 'validate';
}

// Nobody validates without a name: it is asked here, not in the settings.
function asks(desk: Desk, what: Act, reason: string): Asking | null {
  if ((what === 'validate' || what === 'submit') && !desk.status?.person) return 'person';
  if (reason) return null;
  if (what === 'return' || what === 'dismiss') return what;
  return what === 'validate' && desk.editor.blocked ? 'validate' : null;
}

/** Takes down who answers for the replies, then does what waited for it. */
export async function sign(desk: Desk, person: string): Promise<void> {
  const what = desk.waiting;
  desk.asking = null;
  const set = desk.backend.Set(settingKeys.person, person.trim());
  await desk.messages.guard(set.then(() => desk.readStatus()));
  if (what && desk.status?.person) await act(desk, what);
}

function call(desk: Desk, what: Act, reason: string): Promise<number> {
  const { backend, editor } = desk;
  const { id, version } = editor;
  switch (what) {
    case 'validate':
      return backend.Validate(id, version, reason);
    case 'submit':
      return backend.Submit(id, version);
    case 'return':
      return backend.Return(id, version, reason);
    case 'dismiss':
      return backend.Dismiss(id, version, reason);
    case 'reopen':
      return backend.Reopen(id, version);
    case 'restore':
      return backend.Restore(id, version);
  }
}

async function after(desk: Desk, what: Act, id: number, version: number): Promise<void> {
  const words = speech.words.done;
  const of = `review ${id}`;
  desk.messages.forget(of);
  desk.messages.tell(words[what], undoOf(desk, id, version), null, of);
  if (what === 'reopen' || what === 'restore') {
    await desk.open(id);
    return desk.soon();
  }
  const next = await desk.queue.leave(id);
  if (next) {
    await desk.open(next.id);
  } else {
    desk.clear();
    desk.messages.say(words.lastOne);
    desk.pane = 'queue';
    await focusOn('queue'); // what held the focus went with the review
  }
  desk.soon();
}

// The state before comes back as a whole, and with it who answers for the reply.
const undoOf = (desk: Desk, id: number, version: number) => async () => {
  const done = await desk.messages.guard(desk.backend.Undo(id, version));
  if (done === undefined) return false;
  await desk.open(id);
  desk.soon();
  return true;
};
