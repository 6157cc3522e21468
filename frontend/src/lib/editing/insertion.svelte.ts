// Putting ready words into the reply: the house's phrases and formulas, how to
// reach it, the passages of the sheets that the draft stands on, and what was
// answered to reviews like this one.
import { named } from '../citing.ts';
import { day } from '../dates.ts';
import type { Desk } from '../desk.svelte.ts';
import { focusOn } from '../focus.ts';
import { holds } from '../plain.ts';
import { speech } from '../speech.svelte.ts';
import type { Phrases, Source } from '../types.ts';

/** Something that can be put into the text. */
export interface Ready {
  group: 'phrases' | 'contacts' | 'sheets' | 'past';
  /** What goes in. */
  text: string;
  /** Where it comes from, for a passage. */
  from: string;
}

export class Insertion {
  open = $state(false);
  wanted = $state('');
  chosen = $state(0);
  #all = $state.raw<Ready[]>([]);

  /** What is offered: everything that holds each of the words typed. */
  readonly offered = $derived(
    this.#all.filter(({ text, from }) => holds(`${text} ${from}`, this.wanted)),
  );

  /** Opens the menu over these things. */
  show(all: Ready[]): void {
    this.#all = all;
    this.filter('');
    this.open = true;
  }

  /** Narrows what is offered. */
  filter(wanted: string): void {
    this.wanted = wanted;
    this.chosen = 0;
  }

  /** Moves the choice, round the end. */
  move(by: number): void {
    const count = this.offered.length;
    if (count > 0) this.chosen = (this.chosen + by + count) % count;
  }

  close(): void {
    this.open = false;
  }
}

/** Opens the menu of ready words, or closes it. */
export async function insert(desk: Desk): Promise<void> {
  if (desk.insertion.open) return leaveInsertion(desk);
  if (!desk.may('edit')) return desk.messages.tell(speech.words.reply.locked);
  const phrases = await desk.messages.guard(desk.backend.Phrases());
  if (!phrases) return;
  await desk.choice.close('compare');
  desk.screen = 'reviews';
  desk.pane = 'reply';
  desk.insertion.show(ready(desk, phrases));
  await focusOn('insert-filter');
}

/** Closes the menu and goes back to the text. */
export async function leaveInsertion(desk: Desk): Promise<void> {
  desk.insertion.close();
  await focusOn('reply-body');
}

/** Puts words where the caret stands. */
export async function put(desk: Desk, words: Ready | undefined): Promise<void> {
  if (!words) return;
  await leaveInsertion(desk);
  desk.pen.insert(words.text);
  desk.messages.say(speech.words.edit.inserted);
}

function ready({ frames, dossier, past }: Desk, { house, contacts }: Phrases): Ready[] {
  const plain = (group: Ready['group']) => (text: string) => ({ group, text, from: '' });
  return [
    ...[...house, ...frames.closings].map(plain('phrases')),
    ...contacts.map(plain('contacts')),
    ...(dossier?.reply?.sources ?? []).flatMap(passages),
    ...past.near.map(({ body }) => plain('past')(body)),
  ];
}

// A sheet's title, date and address, then each line of what it says.
function passages(source: Source): Ready[] {
  const from = named(source);
  const reference = [`«\u00a0${source.title}\u00a0»`, dateOf(source), source.url];
  const lines = source.passage.split('\n').map((line) => line.trim());
  return [reference.filter(Boolean).join(', '), ...lines]
    .filter(Boolean)
    .map((text) => ({ group: 'sheets', text, from }));
}

// What goes into the reply is French, whatever the window speaks.
function dateOf({ date }: Source): string {
  const when = day(date, 'fr', new Date(0));
  return when && `fiche du ${when}`;
}
