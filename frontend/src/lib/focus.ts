// Moving the focus once the screen has followed.
import { tick } from 'svelte';

/** Focuses the element of that id, after pending changes are drawn. */
export async function focusOn(id: string): Promise<void> {
  await tick();
  document.getElementById(id)?.focus();
}

/**
 * Remembers what holds the focus. The answer gives it back once pending changes
 * are drawn, or to the stand-in where what held it is gone or out of sight.
 */
export function holdFocus(standIn: string): () => Promise<void> {
  const held = document.activeElement as HTMLElement | null;
  return async () => {
    await tick();
    held?.focus();
    if (held === document.body || document.activeElement !== held) await focusOn(standIn);
  };
}

/**
 * Called before a place is drawn anew: what holds the focus in it may be drawn
 * no more, and the focus then falls back to the place itself.
 */
export function staysIn(place: HTMLElement | undefined): void {
  if (!place?.contains(document.activeElement)) return;
  void tick().then(() => {
    const held = document.activeElement;
    if (!held || held === document.body) place.focus();
  });
}
