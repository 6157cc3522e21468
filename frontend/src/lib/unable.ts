// Why a command cannot be done now: the palette says it beside the command, and
// the command itself when its key is pressed.
import { byMachine, meant, rejectable } from './choosing.ts';
import type { Desk } from './desk.svelte.ts';
import { stateWord } from './drafting.ts';
import type { Name } from './keys.ts';
import { speech } from './speech.svelte.ts';
import type { Action, State } from './types.ts';

type Why = (desk: Desk) => string;

const words = () => speech.words;

const open: Why = (desk) => (desk.dossier ? '' : words().unable.noReview);
const idle: Why = (desk) => (desk.stream.writing ? words().unable.writing : '');
const listed: Why = (desk) => (desk.queue.length > 0 ? '' : words().unable.noQueue);

const allowed =
  (...actions: Action[]): Why =>
  (desk) =>
    actions.some((action) => desk.dossier?.allowed.includes(action))
      ? ''
      : words().notAllowed(stateWord(desk));

// What is typed is kept before it is handed over: until then Go does not know of it.
const sendable =
  (...actions: Action[]): Why =>
  (desk) => {
    if (!desk.dossier?.allowed.includes('edit')) return allowed(...actions)(desk);
    if (desk.editor.blank) return words().reply.empty;
    return desk.editor.settled ? allowed(...actions)(desk) : '';
  };

const done: State[] = ['validated', 'exported', 'dismissed'];
const waiting: Why = (desk) =>
  desk.dossier && done.includes(desk.dossier.review.state)
    ? words().notAllowed(stateWord(desk))
    : '';

const drafted: Why = (desk) => (desk.dossier?.versions.some(byMachine) ? '' : words().edit.noDraft);

const several: Why = (desk) =>
  (desk.dossier?.versions.length ?? 0) > 1 ? '' : words().choice.single;

const all =
  (...whys: Why[]): Why =>
  (desk) => {
    for (const why of whys) {
      const told = why(desk);
      if (told) return told;
    }
    return '';
  };

const reasons: Partial<Record<Name, Why>> = {
  next: listed,
  previous: listed,
  skip: (desk) => (desk.queue.tab === 'todo' ? listed(desk) : ''),
  snooze: all(open, waiting),
  mark: listed,
  'mark-all': listed,
  many: (desk) => (desk.crowd.any ? '' : words().unable.nothingChosen),
  reply: open,
  validate: all(open, idle, sendable('validate', 'submit')),
  submit: all(open, idle, sendable('submit')),
  return: all(open, allowed('return')),
  reopen: all(open, allowed('reopen', 'restore')),
  dismiss: all(open, idle, allowed('dismiss')),
  draft: all(open, idle, allowed('draft')),
  otherwise: all(open, idle, allowed('draft')),
  compare: all(open, idle, several),
  prefer: all(open, idle, several, allowed('prefer')),
  reject: all(open, idle, allowed('prefer'), (desk) =>
    meant(desk, rejectable(desk)) ? '' : words().choice.noMachine,
  ),
  'flag-next': open,
  'flag-back': open,
  'flag-here': open,
  insert: all(open, idle, allowed('edit')),
  changes: all(open, idle, drafted),
  source: open,
  history: open,
  prompt: all(open, (desk) => (meant(desk, (v) => v.prompted) ? '' : words().choice.noPrompt)),
  repair: all(open, idle, allowed('edit'), (desk) =>
    desk.editor.repairs.length > 0 ? '' : words().unable.noRepair,
  ),
  'draft-first': all(open, (desk) =>
    desk.tasks.place(desk.dossier?.review.id) ? '' : words().unable.noTask,
  ),
  'draft-all': (desk) => (desk.status?.counts.new ? '' : words().unable.nothingNew),
  'draft-turn': (desk) =>
    desk.tasks.left > 0 || desk.tasks.page.paused ? '' : words().unable.noTask,
  undo: (desk) => (desk.messages.last ? '' : words().unable.nothingToUndo),
};

/** Why a command cannot be done now; "" when it can. */
export const unable = (desk: Desk, name: Name): string => reasons[name]?.(desk) ?? '';
