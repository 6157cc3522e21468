// Why a command cannot be done now. Running it would say so too; the palette
// says it before.
import { byMachine, meant } from './choosing.ts';
import type { Desk } from './desk.svelte.ts';
import { stateWord } from './drafting.ts';
import type { Name } from './keys.ts';
import { speech } from './speech.svelte.ts';
import type { Action } from './types.ts';

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
  skip: listed,
  snooze: open,
  mark: listed,
  'mark-all': listed,
  many: (desk) => (desk.crowd.any ? '' : words().unable.nothingChosen),
  reply: open,
  validate: all(open, idle, allowed('validate', 'submit')),
  submit: all(open, idle, allowed('submit')),
  return: all(open, allowed('return')),
  reopen: all(open, allowed('reopen', 'restore')),
  dismiss: all(open, idle, allowed('dismiss')),
  draft: all(open, idle, allowed('draft')),
  otherwise: all(open, idle, allowed('draft')),
  compare: all(open, idle, several),
  prefer: all(open, idle, several),
  reject: all(open, idle, (desk) => (meant(desk, byMachine) ? '' : words().choice.noMachine)),
  prompt: all(open, (desk) => (meant(desk, (v) => v.prompted) ? '' : words().choice.noPrompt)),
  repair: all(open, (desk) => (desk.editor.repairs.length > 0 ? '' : words().unable.noRepair)),
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
