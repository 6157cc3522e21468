// The field that the body is written in: one CodeMirror view, as plain as a
// text field, with its own undo.
import { history, historyKeymap, insertNewline, standardKeymap } from '@codemirror/commands';
import { Annotation, Compartment, EditorState, Prec, Transaction } from '@codemirror/state';
import { EditorView, keymap, placeholder, type Command } from '@codemirror/view';
import { flagging } from './flags.ts';
import { notes } from './notes.ts';
import { adoptStyles } from './styles.ts';

/** What the field is told from outside, and what it tells. */
export interface Outside {
  /** The agent changed the text. */
  written(text: string): void;
  /** The focus went elsewhere. */
  left(): void;
  /** The text or the caret moved. */
  moved(): void;
  /** Keys that a card takes while it is open; false lets the field have them. */
  keys: Record<'ArrowDown' | 'ArrowUp' | 'Enter', () => boolean>;
  /** How much of the screen’s foot the actions cover, in pixels. */
  covered(): number;
  /** Attributes of the field beside its own. */
  attributes(): Record<string, string>;
}

/** What stands on the field apart from its text. */
export interface Look {
  name: string;
  hint: string;
  locked: boolean;
  busy: boolean;
}

// A change that came from the desk is not told back to it.
const told = Annotation.define<true>();
const look = new Compartment();

const dressed = ({ name, hint, locked, busy }: Look) => [
  EditorState.readOnly.of(locked),
  EditorView.contentAttributes.of({ 'aria-label': name, 'aria-busy': String(busy) }),
  hint ? placeholder(hint) : [],
];

// Tab leaves the field, and the keys of the window stay the window's.
const ours = ['Mod-u', 'Alt-u'];
const plainKeys = [...standardKeymap, ...historyKeymap].filter(({ key }) => !ours.includes(key!));

/** A state for a text: nothing to undo yet. */
export function stateOf(text: string, now: Look, outside: Outside): EditorState {
  const card = Object.entries(outside.keys).map(([key, run]) => ({ key, run: run as Command }));
  return EditorState.create({
    doc: text,
    extensions: [
      EditorState.lineSeparator.of('\n'),
      EditorView.lineWrapping,
      EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, '\n')),
      EditorView.contentAttributes.of({
        id: 'reply-body',
        lang: 'fr',
        'data-testid': 'reply-body',
      }),
      EditorView.contentAttributes.of(() => outside.attributes()),
      EditorView.scrollMargins.of(() => ({ bottom: outside.covered() })),
      EditorView.domEventHandlers({ blur: () => outside.left() }),
      EditorView.updateListener.of((update) => {
        const typed = update.transactions.some((t) => t.docChanged && !t.annotation(told));
        if (typed) outside.written(update.state.doc.toString());
        if (update.docChanged || update.selectionSet) outside.moved();
      }),
      look.of(dressed(now)),
      flagging,
      notes,
      history(),
      Prec.high(keymap.of(card)),
      keymap.of([{ key: 'Enter', run: insertNewline }, ...plainKeys]),
    ],
  });
}

/** The view in its place. */
export function viewIn(parent: HTMLElement, state: EditorState): EditorView {
  adoptStyles();
  return new EditorView({ parent, state });
}

/** Changes what stands on the field, not its text. */
export function dress(view: EditorView, now: Look): void {
  view.dispatch({ effects: look.reconfigure(dressed(now)) });
}

/** Puts a text in the place of the one that stands there, changing only what differs. */
export function retell(view: EditorView, text: string, undoable: boolean): void {
  const now = view.state.doc.toString();
  if (now === text) return;
  const changes = difference(now, text);
  const annotations = [told.of(true), Transaction.addToHistory.of(undoable)];
  view.dispatch({ changes, annotations });
}

/** The one change that makes a text of another. */
export function difference(
  now: string,
  next: string,
): { from: number; to: number; insert: string } {
  const most = Math.min(now.length, next.length);
  let from = 0;
  while (from < most && now[from] === next[from]) from++;
  let same = 0;
  while (same < most - from && now.at(-1 - same) === next.at(-1 - same)) same++;
  return { from, to: now.length - same, insert: next.slice(from, next.length - same) };
}
