// The queue of drafts that the machine writes by itself: how it stands, what
// an agent does to it, and what of it is spoken aloud.
import type { Backend } from './backend.ts';
import { clock, day } from './dates.ts';
import type { Messages } from './messages.svelte.ts';
import { speech } from './speech.svelte.ts';
import type { TaskCard, TaskPage } from './types.ts';

type Asked =
  | 'Tasks'
  | 'Enqueue'
  | 'EnqueueNew'
  | 'FirstTask'
  | 'DropTask'
  | 'DropTasks'
  | 'PauseTasks'
  | 'ResumeTasks'
  | 'Reading';

const counts = { paused: '' as const, waiting: 0, failed: 0, left_s: 0, finish_at: '' };
const none: TaskPage = { ...counts, running: null, next: [], failing: [] };

// Walking through the list must not ask for a draft of every review passed.
const READING_MS = 400;

export class Tasks {
  page = $state.raw<TaskPage>(none);
  #turn = 0;
  #reading: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly backend: Pick<Backend, Asked>,
    private readonly messages: Messages,
  ) {}

  /** Reads how the queue stands; what Go told meanwhile is newer. */
  async read(): Promise<void> {
    const turn = this.#turn;
    const page = await this.messages.guard(this.backend.Tasks());
    if (page && turn === this.#turn) this.page = page;
  }

  /** Go tells how the queue stands; only a change of state is spoken. */
  hear(page: TaskPage): void {
    this.#turn++;
    const said = changes(this.page, page);
    this.page = page;
    if (said) this.messages.say(said);
  }

  /** How many drafts are still to be written. */
  get left(): number {
    return this.page.waiting + (this.page.running ? 1 : 0);
  }

  /** Whether there is nothing to say of the queue. */
  get idle(): boolean {
    return this.left === 0 && this.page.failed === 0 && this.page.paused === '';
  }

  /** Whether all that is left was asked for by the reading alone. */
  get ahead(): boolean {
    return !wanted(this.page);
  }

  /** The place of a review among those that wait, from 1; 0 when it does not. */
  place(id: number | undefined): number {
    return this.page.next.findIndex((task) => task.id === id) + 1;
  }

  /** A review came on screen: the ones that follow are drafted ahead. */
  reading(id: number): void {
    this.forget();
    this.#reading = setTimeout(
      () => void this.messages.guard(this.backend.Reading(id)),
      READING_MS,
    );
  }

  /** The window closes: nothing is read any more. */
  forget(): void {
    clearTimeout(this.#reading);
  }

  /** Asks for drafts of all new reviews; false where that failed. */
  async all(): Promise<boolean> {
    const before = this.page;
    const asked = await this.messages.guard(this.backend.EnqueueNew());
    if (asked === undefined) return false;
    const able = asked > 0 && known(before) && before.failed === 0;
    const undo = able ? () => this.#undo(this.#leaveOnly(before)) : null;
    this.messages.tell(speech.words.tasks.asked(asked), undo);
    return true;
  }

  // What waited before waits again, in its order; what has been written since
  // is not asked for anew.
  async #leaveOnly(before: TaskPage): Promise<void> {
    const still = this.#still([before.running, ...before.next]);
    await this.backend.DropTasks();
    await this.#lead(still);
  }

  // Those of some tasks that an agent asked for and that are not written yet.
  #still(tasks: (TaskCard | null)[]): number[] {
    const now = [this.page.running, ...this.page.next].map((task) => task?.id);
    return tasks.flatMap((task) => (task && !task.ahead && now.includes(task.id) ? task.id : []));
  }

  /** Asks for drafts of some reviews; undone, those that did not wait before leave again. */
  async some(ids: number[]): Promise<boolean> {
    const before = this.page;
    const asked = await this.messages.guard(this.backend.Enqueue(ids));
    if (asked === undefined) return false;
    const waited = [before.running, ...before.next, ...before.failing].map((task) => task?.id);
    const fresh = ids.filter((id) => !waited.includes(id));
    const undo = asked > 0 && known(before) ? () => this.#undo(this.#dropEach(fresh)) : null;
    this.messages.tell(speech.words.queue.many.drafting(asked), undo);
    return true;
  }

  async #dropEach(ids: number[]): Promise<void> {
    for (const id of ids) await this.backend.DropTask(id);
  }

  /** Puts a draft before all others; undone, it waits where it did, or no longer. */
  async first(id: number): Promise<void> {
    const before = this.page;
    const done = this.backend.FirstTask(id).then(() => true);
    if (!(await this.messages.guard(done))) return;
    this.messages.tell(speech.words.tasks.isFirst, this.#placedBack(id, before));
  }

  #placedBack(id: number, before: TaskPage): (() => Promise<boolean>) | null {
    const at = before.next.findIndex((task) => task.id === id);
    if (at > 0) return () => this.#undo(this.#lead(this.#still(before.next.slice(0, at))));
    const elsewhere = [before.running, ...before.failing].some((task) => task?.id === id);
    if (at === 0 || elsewhere || !known(before)) return null;
    return () => this.#undo(this.backend.DropTask(id));
  }

  async #lead(ids: number[]): Promise<void> {
    for (const id of ids.toReversed()) await this.backend.FirstTask(id);
  }

  /** Takes a draft out of the queue; undone, it comes first. */
  async drop({ id }: TaskCard): Promise<void> {
    const done = this.backend.DropTask(id).then(() => true);
    if (!(await this.messages.guard(done))) return;
    this.messages.tell(speech.words.tasks.dropped, () => this.#undo(this.backend.FirstTask(id)));
  }

  /** Empties the queue; undone, what it held waits again in the same order. */
  async dropAll(): Promise<void> {
    const { next, waiting } = this.page;
    const done = this.backend.DropTasks().then(() => true);
    if (!(await this.messages.guard(done))) return;
    const undo = waiting > 0 ? () => this.#undo(this.#restore(next, waiting)) : null;
    this.messages.tell(speech.words.tasks.emptied, undo);
  }

  // Only the first ones are known by name: the rest comes back by its date.
  async #restore(next: TaskCard[], waiting: number): Promise<void> {
    if (waiting > next.length) await this.backend.EnqueueNew();
    await this.#lead(next.map(({ id }) => id));
  }

  async #undo(call: Promise<unknown>): Promise<boolean> {
    return !!(await this.messages.guard(call.then(() => true)));
  }

  /** Halts the queue, or lets it go on: on the battery too where that halted it. */
  async turn(): Promise<void> {
    const { paused } = this.page;
    const call = paused
      ? this.backend.ResumeTasks(paused === 'battery')
      : this.backend.PauseTasks();
    await this.messages.guard(call);
  }
}

// Whether every draft that waits is known by name: the list shows the first ones.
const known = ({ next, failing, waiting, failed }: TaskPage) =>
  waiting <= next.length && failed <= failing.length;

/** Whether the agent asked for one of the drafts left. */
function wanted({ running, next, waiting }: TaskPage): boolean {
  return [running, ...next].some((task) => task && !task.ahead) || waiting > next.length;
}

function changes(before: TaskPage, now: TaskPage): string {
  const { said } = speech.words.tasks;
  const left = now.waiting > 0 || now.running !== null;
  const all: string[] = [];
  if (now.failed > before.failed) all.push(said.failed);
  if (now.paused && now.paused !== before.paused) all.push(said[now.paused]);
  if (before.paused && !now.paused && left) all.push(said.resumed);
  if (!left && wanted(before)) all.push(said.done);
  return all.join(' ');
}

/** Why a draft failed, in words. */
export function why(code: string): string {
  const { reasons, runtimeReason, otherReason } = speech.words.tasks;
  if (code.startsWith('runtime_')) return reasons[code] ?? runtimeReason;
  return reasons[code] ?? otherReason(code);
}

/** "12 brouillons en attente · fin vers 18 h 40": the queue in one line. */
export function summary(page: TaskPage, now = new Date()): string {
  const { tasks } = speech.words;
  const { paused, waiting, running, failed } = page;
  const count = wanted(page) ? tasks.waiting : tasks.ahead;
  const parts = [
    paused && tasks.paused[paused],
    waiting > 0 ? count(waiting) : running && tasks.last,
    !paused && end(page.finish_at, now),
    failed > 0 && tasks.failed(failed),
  ];
  return parts.filter(Boolean).join(' · ') || tasks.nothing;
}

// The clock alone where it is today's: a night's work ends on another day.
function end(at: string, now: Date): string {
  if (!at) return '';
  const { language, words } = speech;
  const time = clock(at, language);
  if (new Date(at).toDateString() === now.toDateString()) return words.tasks.ends(time);
  return words.tasks.endsOn(day(at, language, now), time);
}
