// The window over the fake backend, and the hands of an agent on it.
import { flushSync, mount, unmount } from 'svelte';
import { EditorView } from '@codemirror/view';
import { afterEach, expect, vi } from 'vitest';
import App from '../src/App.svelte';
import { Desk } from '../src/lib/desk.svelte.ts';
import { Fake } from './fake.ts';

export let fake: Fake;
let app: Record<string, unknown> | null = null;

export async function show(prepare: (fake: Fake) => void = () => {}, ids = [1, 2, 3]) {
  vi.useFakeTimers();
  fake = new Fake(ids);
  prepare(fake);
  document.body.innerHTML = '<div id="app"></div>';
  app = mount(App, {
    target: document.getElementById('app')!,
    props: { desk: new Desk(fake.backend) },
  });
  await pass(50);
}

afterEach(async () => {
  if (app) await unmount(app);
  app = null;
});

export async function pass(ms = 0) {
  await vi.advanceTimersByTimeAsync(ms);
  flushSync();
}

export const at = <E extends HTMLElement = HTMLElement>(id: string) =>
  document.querySelector<E>(`[data-testid="${id}"]`)!;

export async function press(key: string, held: KeyboardEventInit = {}) {
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held });
  target.dispatchEvent(event);
  await pass();
}

export async function click(id: string) {
  at(id).focus();
  at(id).click();
  await pass();
}

export async function type(id: string, text: string) {
  const field = at<HTMLTextAreaElement>(id);
  field.focus();
  const view = EditorView.findFromDOM(field);
  if (view) return typeInto(view, text);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await pass();
}

async function typeInto(view: EditorView, text: string) {
  const changes = { from: 0, to: view.state.doc.length, insert: text };
  view.dispatch({ changes, userEvent: 'input.type' });
  await pass();
}

/** What a field of text holds. */
export const textOf = (id: string) => EditorView.findFromDOM(at(id))!.state.doc.toString();

/** Every control on screen has a name. */
export function labelled() {
  const controls = 'button, input, select, textarea, progress, [role=listbox]';
  for (const control of document.querySelectorAll(controls)) {
    const named = control.getAttribute('aria-label') ?? control.getAttribute('aria-labelledby');
    const label = named ?? control.textContent!.trim();
    expect(
      label || document.querySelector(`label[for="${control.id}"]`) || control.closest('label'),
      control.outerHTML,
    ).toBeTruthy();
  }
}
