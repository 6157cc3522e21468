// Putting a review off, and taking it back.
import type { Desk } from './desk.svelte.ts';
import { reviewDay, today } from './dates.ts';
import { speech } from './speech.svelte.ts';

/** A day that is proposed, as 2006-01-02. */
export interface Proposal {
  name: 'tomorrow' | 'monday' | 'week';
  day: string;
}

/** Tomorrow, next Monday and the same day next week. */
export function proposals(now = new Date()): Proposal[] {
  const weekday = new Date(today(now)).getUTCDay();
  return [
    { name: 'tomorrow', day: daysOn(now, 1) },
    { name: 'monday', day: daysOn(now, (8 - weekday) % 7 || 7) },
    { name: 'week', day: daysOn(now, 7) },
  ];
}

/** The day that many days on, as 2006-01-02. */
export function daysOn(now: Date, days: number): string {
  const at = new Date(today(now));
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** Puts the open review off and opens the one that follows it. */
export async function snooze(desk: Desk, until: string): Promise<void> {
  const id = desk.dossier?.review.id;
  if (id === undefined || !until || !(await desk.keep())) return;
  if ((await desk.messages.guard(desk.backend.Snooze(id, until).then(() => true))) !== true) return;
  desk.snoozing = false;
  const words = speech.words.queue.snooze;
  desk.messages.tell(words.done(reviewDay(until, speech.language)), () => wake(desk, id, ''));
  const next = await desk.queue.leave(id);
  if (next) await desk.open(next.id);
  else desk.clear();
}

/** Brings a review back before its day; undone, it is put off to it again. */
export async function wake(desk: Desk, id: number, until: string): Promise<boolean> {
  const done = await desk.messages.guard(desk.backend.Snooze(id, '').then(() => true));
  if (!done) return false;
  const undo = until ? () => again(desk, id, until) : null;
  desk.messages.tell(speech.words.queue.snooze.woken, undo);
  await desk.open(id);
  desk.soon();
  return true;
}

async function again(desk: Desk, id: number, until: string): Promise<boolean> {
  const done = await desk.messages.guard(desk.backend.Snooze(id, until).then(() => true));
  desk.soon();
  return !!done;
}
