// What Go tells the desk: drafts as they grow, the queue of drafts, what came
// in, files dropped on the window, and that it is about to close.
import { sentences } from './dates.ts';
import type { Desk } from './desk.svelte.ts';
import { focusOn } from './focus.ts';
import { speech } from './speech.svelte.ts';
import type { DraftEvent, TaskPage } from './types.ts';

/** Listens for the desk; the answer stops listening. */
export function listen(desk: Desk): () => void {
  const { backend, messages } = desk;
  const stops = [
    backend.on('queue', () => desk.soon()),
    backend.on('draft', (event) => hear(desk, event)),
    backend.on('tasks', (page) => follow(desk, page)),
    backend.on('model', (event) => desk.models.hear(event)),
    backend.on('answer', (event) => desk.assistant.hear(event)),
    backend.on('import', (event) => desk.intake.hear(event)),
    backend.on('fault', (fault) => messages.fail(fault)),
    backend.on('closing', () => void messages.guard(leave(desk))),
  ];
  backend.dropped((paths) => void dropped(desk, paths));
  return () => stops.forEach((stop) => stop());
}

// Keeps what is being typed, then lets the window close; a refusal is shown first.
async function leave(desk: Desk): Promise<void> {
  const kept = await desk.editor.flush();
  await desk.messages.settle();
  await desk.backend.Flushed(kept);
}

// Files were dropped on the window, wherever the agent was.
async function dropped(desk: Desk, paths: string[]): Promise<void> {
  desk.screen = desk.empty ? 'reviews' : 'exchange';
  if (await desk.intake.drop(paths)) await focusOn('import-preview');
}

// The queue of drafts moved: what it begins shows in the list and on screen.
function follow(desk: Desk, page: TaskPage): void {
  const before = desk.tasks.page.running?.id;
  desk.tasks.hear(page);
  if (page.running && page.running.id !== before) desk.soon();
}

// A piece of a draft came in; the machine's own shows on its review too.
function hear(desk: Desk, event: DraftEvent): void {
  const { stream, messages } = desk;
  const here = event.id === desk.dossier?.review.id && desk.editor.settled;
  if (here && !stream.writing && stream.alive(event)) desk.begin(event.id);
  const heard = stream.hear(event);
  const words = speech.words.reply;
  if (heard === 'writing' && stream.due()) messages.say(words.soFar(sentences(stream.body, 'fr')));
  if (heard === 'ended') end(desk, event);
}

function end(desk: Desk, { id, state, error }: DraftEvent): void {
  const words = speech.words.reply;
  if (state === 'failed') desk.messages.fail(error ?? words.failed, desk.otherwise(id));
  const told = { done: words.ended, stopped: words.stopped, failed: words.failed, writing: '' };
  desk.messages.say(told[state]);
  void settle(desk, id);
}

// The streamed text stays until the review was read again, so that nothing
// flickers; the database is the truth.
async function settle(desk: Desk, id: number): Promise<void> {
  await desk.messages.guard(desk.reread());
  if (desk.stream.id === id) desk.stream.leave();
}
