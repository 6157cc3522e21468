// The history of the open review, one key away.
import { tick } from 'svelte';
import type { Desk } from './desk.svelte.ts';
import { focusOn } from './focus.ts';

/** Opens the history of the open review and goes there, or closes it. */
export async function toHistory(desk: Desk): Promise<void> {
  desk.screen = 'reviews';
  desk.pane = 'review';
  desk.cited.clear();
  await tick();
  const history = document.querySelector<HTMLDetailsElement>('#history');
  if (!history) return;
  history.open = !history.open;
  await focusOn('history-title');
}
