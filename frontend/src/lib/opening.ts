// Going to a review from a line that names it: on another screen, or beside one like it.
import type { Desk } from './desk.svelte.ts';
import { focusOn } from './focus.ts';

/** Opens a review, once what is on screen is kept, and takes the focus there. */
export async function openReview(desk: Desk, id: number): Promise<void> {
  if (!(await desk.open(id))) return;
  desk.screen = 'reviews';
  desk.pane = 'review';
  await focusOn('review');
}
