// What each command does, and how the help sheet names it.
import { act } from './acts.ts';
import { compare, openPrompt, otherwise, preferBeside, reject } from './choosing.ts';
import type { Desk, Pane } from './desk.svelte.ts';
import { draft, stop } from './drafting.ts';
import { focusOn } from './focus.ts';
import type { Command } from './keys.ts';
import { speech } from './speech.svelte.ts';

const panes: Pane[] = ['queue', 'review', 'reply'];

const simple: Partial<Record<Command, (desk: Desk) => unknown>> = {
  next: (desk) => move(desk, 1),
  previous: (desk) => move(desk, -1),
  skip: (desk) => move(desk, 1),
  reply: (desk) => toPane(desk, 'reply'),
  validate: (desk) =>
    act(desk, desk.may('submit') && !desk.may('validate') ? 'submit' : 'validate'),
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
  undo: (desk) => desk.messages.undo(),
  search: (desk) => toScreen(desk, 'reviews', 'search'),
  help: (desk) => (desk.help = true),
  import: (desk) => toScreen(desk, 'exchange', 'import-path'),
  export: (desk) => toScreen(desk, 'exchange', 'export-path'),
  figures: (desk) => toScreen(desk, 'figures', 'main'),
  models: (desk) => toScreen(desk, 'models', 'main'),
  settings: (desk) => toScreen(desk, 'settings', 'main'),
  escape: (desk) => escape(desk),
  pane: (desk) => cycle(desk, 1),
  'pane-back': (desk) => cycle(desk, -1),
};

/** Runs a command. */
export async function run(desk: Desk, command: Command): Promise<void> {
  const repair = /^repair-(\d)$/.exec(command);
  if (repair) return repairNumber(desk, Number(repair[1]));
  await simple[command]?.(desk);
}

async function move(desk: Desk, by: number): Promise<void> {
  desk.screen = 'reviews';
  const card = await desk.messages.guard(desk.queue.step(by));
  if (card && card.id !== desk.queue.selected) await desk.open(card.id);
}

async function repairNumber(desk: Desk, number: number): Promise<void> {
  const finding = desk.editor.repairs[number - 1];
  if (!finding || !desk.may('edit')) return;
  if (!(await desk.editor.repair(finding))) desk.messages.tell(speech.words.repairGone);
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

async function escape(desk: Desk): Promise<void> {
  if (desk.help) desk.help = false;
  else if (desk.asking) desk.asking = null;
  else if (desk.screen === 'reviews' && desk.choice.top) await desk.choice.close();
  else if (desk.reading.sheet) await desk.reading.close();
  else if (desk.screen === 'assistant' && desk.assistant.asking) await desk.assistant.stop();
  else if (desk.stream.writing) await stop(desk);
  else await toPane(desk, 'queue');
}

/** A line of the help sheet: what it does and the keys that do it. */
export interface HelpLine {
  command: Command;
  name: string;
  keys: string[];
}

/** Every command with its keys, in the order of an agent's day. */
export function helpLines(): HelpLine[] {
  const { commands, keys } = speech.words;
  const line = (command: keyof typeof commands, ...spelled: string[]): HelpLine => ({
    command: command === 'repair' ? 'repair-1' : command,
    name: commands[command],
    keys: spelled,
  });
  return [
    line('next', 'J', '↓'),
    line('previous', 'K', '↑'),
    line('reply', keys.enter),
    line('draft', 'R', `${keys.ctrl} G`),
    line('otherwise', 'A'),
    line('compare', 'W'),
    line('prefer', 'U'),
    line('reject', 'G'),
    line('prompt', 'L'),
    line('draft-first', 'F'),
    line('draft-all', 'T'),
    line('draft-turn', 'P'),
    line('drafting', 'D'),
    line('ask', 'Q'),
    line('sheets', 'S'),
    line('repair', '1 … 9', `${keys.alt} 1 … 9`),
    line('validate', `${keys.ctrl} ${keys.enter}`),
    line('submit', 'V'),
    line('return', 'B'),
    line('dismiss', 'E'),
    line('reopen', 'O'),
    line('undo', 'Z'),
    line('skip', 'N'),
    line('search', `${keys.ctrl} K`),
    line('pane', 'F6', `${keys.shift} F6`),
    line('import', 'I'),
    line('export', 'X'),
    line('figures', 'C'),
    line('models', 'M'),
    line('settings', `${keys.ctrl} ,`),
    line('help', '?', `${keys.ctrl} ${keys.shift} P`),
    line('escape', keys.escape),
  ];
}
