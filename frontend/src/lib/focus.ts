// Moving the focus once the screen has followed.
import { tick } from 'svelte';

/** Focuses the element of that id, after pending changes are drawn. */
export async function focusOn(id: string): Promise<void> {
  await tick();
  document.getElementById(id)?.focus();
}
