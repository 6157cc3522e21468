// What each command does, and the table of them that is shown.
import { act } from './acts.ts';
import { compare, openPrompt, otherwise, preferBeside, reject } from './choosing.ts';
import type { Desk, Pane } from './desk.svelte.ts';
import { draft, stop } from './drafting.ts';
import { changes } from './editing/changing.svelte.ts';
import { insert } from './editing/insertion.svelte.ts';
import { stepFlag, tellFlag } from './editing/flagging.ts';
import { mend } from './editing/offers.ts';
import { sourceHere } from './editing/sourcing.ts';
import { toggleSpelling } from './editing/spellcheck.ts';
import { focusOn } from './focus.ts';
import { defaults, names, type Command, type Keys, type Name } from './keys.ts';
import { speech } from './speech.svelte.ts';
import { toHistory } from './telling.ts';
import { unable } from './unable.ts';

const panes: Pane[] = ['queue', 'review', 'reply'];

const simple: Record<Exclude<Name, 'repair'>, (desk: Desk) => unknown> = {
  next: (desk) => move(desk, 1),
  previous: (desk) => move(desk, -1),
  skip: (desk) => skip(desk),
  reply: (desk) => toPane(desk, 'reply'),
  validate: (desk) => act(desk, 'validate'),
  submit: (desk) => act(desk, 'submit'),
  return: (desk) => act(desk, 'return'),
  reopen: (desk) => act(desk, desk.may('restore') ? 'restore' : 'reopen'),
  dismiss: (desk) => act(desk, 'dismiss'),
  draft: (desk) => draft(desk),
  otherwise: (desk) => otherwise(desk),
  compare: (desk) => compare(desk),
  prefer: (desk) => preferBeside(desk),
  reject: (desk) => reject(desk),
  prompt: (desk) => openPrompt(desk),
  'draft-first': (desk) => desk.dossier && desk.tasks.first(desk.dossier.review.id),
  'draft-all': (desk) => desk.tasks.all(),
  'draft-turn': (desk) => desk.tasks.turn(),
  drafting: (desk) => toScreen(desk, 'drafting', 'main'),
  ask: (desk) => toScreen(desk, 'assistant', 'ask-question'),
  sheets: (desk) => toScreen(desk, 'sheets', 'sheets-question'),
  'flag-next': (desk) => stepFlag(desk, 1),
  'flag-back': (desk) => stepFlag(desk, -1),
  'flag-here': (desk) => tellFlag(desk),
  spelling: (desk) => toggleSpelling(desk),
  insert: (desk) => insert(desk),
  changes: (desk) => changes(desk),
  source: (desk) => sourceHere(desk),
  history: (desk) => toHistory(desk),
  // What is under way is not on the trail yet: the act before it is not taken back instead.
  undo: (desk) => !desk.busy && desk.messages.undo(),
  snooze: (desk) => (desk.snoozing = !desk.snoozing && !!desk.dossier),
  filters: (desk) => toFilters(desk),
  mark: (desk) => desk.queue.selected !== null && desk.crowd.toggle(desk.queue.selected),
  'mark-all': (desk) => desk.crowd.chooseAll(),
  many: (desk) => toScreen(desk, 'reviews', 'many'),
  search: (desk) => toScreen(desk, 'reviews', 'search'),
  help: (desk) => (desk.help = true),
  palette: (desk) => (desk.palette = true),
  import: (desk) => toScreen(desk, 'exchange', 'import-path'),
  export: (desk) => toScreen(desk, 'exchange', 'export-path'),
  figures: (desk) => toScreen(desk, 'figures', 'main'),
  models: (desk) => toScreen(desk, 'models', 'main'),
  settings: (desk) => toScreen(desk, 'settings', 'main'),
  guide: (desk) => toScreen(desk, 'guide', 'guide-search'),
  escape: (desk) => escape(desk),
  pane: (desk) => cycle(desk, 1),
  'pane-back': (desk) => cycle(desk, -1),
};

/** Runs a command; where it cannot be done, says why. */
export async function run(desk: Desk, command: Command): Promise<void> {
  const repair = /^repair-(\d)$/.exec(command);
  const name = repair ? 'repair' : (command as Name);
  const why = unable(desk, name);
  if (why) return desk.messages.tell(why);
  if (name === 'repair') return repairNumber(desk, Number(repair?.[1]));
  await simple[name](desk);
}

async function move(desk: Desk, by: number): Promise<void> {
  desk.screen = 'reviews';
  const card = await desk.messages.guard(desk.queue.step(by));
  if (card && card.id !== desk.queue.selected) await desk.open(card.id);
}

// How far the list is searched for a review that is still to be answered.
const AHEAD = 200;
const done = ['validated', 'exported', 'dismissed'];

/** Passes on to the next review without a reply; where the list holds none, to those to do. */
async function skip(desk: Desk): Promise<void> {
  desk.screen = 'reviews';
  const from = desk.queue.index;
  for (let by = 1; by <= AHEAD; by++) {
    const card = await desk.messages.guard(desk.queue.step(by));
    if (!card) break;
    if (!done.includes(card.state)) return void (await desk.open(card.id));
    if (from < 0) break;
  }
  if (desk.queue.tab === 'todo') return;
  await desk.messages.guard(desk.queue.load({ tab: 'todo' }));
  const first = desk.queue.row(0);
  if (first) await desk.open(first.id);
}

async function repairNumber(desk: Desk, number: number): Promise<void> {
  const finding = desk.editor.repairs[number - 1];
  if (finding) await mend(desk, finding);
}

function toScreen(desk: Desk, screen: Desk['screen'], id: string): Promise<void> {
  desk.screen = screen;
  return focusOn(id);
}

function toPane(desk: Desk, pane: Pane): Promise<void> {
  desk.pane = pane;
  const reply = desk.choice.shows('compare') ? 'compare' : 'reply-body';
  return toScreen(desk, 'reviews', pane === 'reply' ? reply : pane);
}

function cycle(desk: Desk, by: number): Promise<void> {
  const at = panes.indexOf(desk.pane) + by;
  return toPane(desk, panes[(at + panes.length) % panes.length]!);
}

async function toFilters(desk: Desk): Promise<void> {
  await desk.views.toggle();
  await toScreen(desk, 'reviews', desk.views.shown ? 'view' : 'queue');
}

async function escape(desk: Desk): Promise<void> {
  if (desk.palette) desk.palette = false;
  else if (desk.help) desk.help = false;
  else if (desk.asking) desk.asking = null;
  else if (desk.snoozing) desk.snoozing = false;
  else if (desk.crowd.asking) desk.crowd.asking = null;
  else if (desk.views.shown) await toFilters(desk);
  else if (desk.screen === 'reviews' && desk.choice.top) await desk.choice.close();
  else if (desk.reading.sheet) await desk.reading.close();
  else if (desk.screen === 'assistant' && desk.assistant.asking) await desk.assistant.stop();
  else if (desk.stream.writing) await stop(desk);
  else if (desk.empty) await toScreen(desk, 'reviews', 'main');
  else await toPane(desk, 'queue');
}

/** A line of the table of commands: what it does and the keys that do it. */
export interface HelpLine {
  name: Name;
  command: Command;
  label: string;
  keys: readonly string[];
}

/** Every command with its keys, in the order of an agent's day. */
export function helpLines(keys: Keys = defaults): HelpLine[] {
  const { commands } = speech.words;
  return names.map((name) => ({
    name,
    command: name === 'repair' ? 'repair-1' : name,
    label: commands[name],
    keys: keys[name],
  }));
}
