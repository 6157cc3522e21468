// The agent's hand on the body of a reply: the field it is written in, where
// the caret goes, and the card of what is flagged there. The text itself is the
// editor's: the field shows it and tells it of every change.
import { EditorSelection, type EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Editor } from '../editor.svelte.ts';
import type { Finding } from '../types.ts';
import type { Cited } from './cited.ts';
import type { Word } from './french.ts';
import { covered, flagFindings, flagWords, flagsIn, type Flag } from './flags.ts';
import { noteSources } from './notes.ts';
import { dress, retell, stateOf, viewIn, type Look, type Outside } from './surface.ts';

/** Something that can be done about a flag. */
export interface Choice {
  label: string;
  take: () => unknown;
}

/** The card of a flag, and the choice that Enter takes when a key opened it. */
export interface Card {
  flag: Flag;
  /** The words that are flagged. */
  words: string;
  choices: Choice[];
  chosen: number;
  byKey: boolean;
}

/** Which text the field shows: whose, the how many-th put there, and whether it streams in. */
export interface Shown {
  review: number;
  shown: number;
  streamed: boolean;
}

/** What can be done about a flag. */
export type Offers = (flag: Flag) => Promise<Choice[]> | Choice[];

// What a card takes below its flag, in pixels.
const CARD_ROOM = 150;

const plain: Look = { name: '', hint: '', locked: false, busy: false };

export class Pen {
  card = $state.raw<Card | null>(null);
  /** Grows whenever the text or the caret moved. */
  moves = $state(0);
  #view: EditorView | null = null;
  #foot = () => 0;
  /** What the field held when it was taken away, with what can be undone. */
  #kept: EditorState | null = null;
  #look = plain;
  #of: Shown = { review: 0, shown: 0, streamed: false };

  constructor(
    private readonly editor: Pick<Editor, 'write' | 'flush'>,
    private readonly offers: Offers,
  ) {}

  /**
   * Puts the field in its place; the answer takes it away. foot says how much of
   * the screen's foot is covered: the caret is kept clear of it.
   */
  attach(parent: HTMLElement, foot = () => 0): () => void {
    this.#foot = foot;
    const view = viewIn(parent, this.#kept ?? this.#fresh(''));
    this.#view = view;
    return () => {
      this.card = null;
      this.#view = null;
      this.#kept = view.state;
      view.destroy();
    };
  }

  #fresh(text: string) {
    return stateOf(text, this.#look, this.#outside);
  }

  readonly #outside: Outside = {
    written: (text) => this.editor.write('body', text),
    left: () => void this.editor.flush(),
    moved: () => {
      this.card = null;
      this.moves++;
    },
    covered: () => this.#foot(),
    attributes: () => announced(this.card),
    keys: {
      ArrowDown: () => this.#choose(1),
      ArrowUp: () => this.#choose(-1),
      Enter: () => this.#take(),
    },
  };

  /**
   * Shows a text. Another review's, another text that was put on the desk and a
   * streamed one begin anew: what was typed before is not undone into them.
   */
  show(text: string, of: Shown): void {
    const view = this.#view;
    if (!view) return;
    const { review, shown, streamed } = this.#of;
    const put = of.shown !== shown && view.state.doc.toString() !== text;
    const anew = of.review !== review || of.streamed !== streamed || put;
    if (anew) view.setState(this.#fresh(text));
    else retell(view, text, !streamed);
    this.#of = of;
  }

  /** Says what stands on the field beside its text. */
  dress(look: Look): void {
    this.#look = look;
    if (this.#view) dress(this.#view, look);
  }

  /** Marks what the checks found, in UTF-16 of the body. */
  flag(findings: { from: number; to: number; finding: Finding }[]): void {
    const flags = findings.map(({ from, to, finding }) => ({ from, to, told: { finding } }));
    this.#view?.dispatch({ effects: flagFindings.of(flags) });
    this.close();
  }

  /** Marks the words that no dictionary has, save the one being typed; gives those marked. */
  spell(words: Word[]): Word[] {
    const view = this.#view;
    if (!view) return [];
    const { main } = view.state.selection;
    const typed = ({ to }: Word) => view.hasFocus && main.empty && main.head === to;
    const flags = words.filter((word) => !typed(word));
    const told = flags.map(({ from, to, word }) => ({ from, to, told: { word } }));
    view.dispatch({ effects: flagWords.of(told) });
    return flags;
  }

  /** Puts the numbers of the sources after the sentences that use them. */
  cite(cited: Cited[], named: (numbers: number[]) => string): void {
    this.#view?.dispatch({ effects: noteSources.of({ cited, named }) });
  }

  /** Where the caret stands in the text. */
  get caret(): number {
    return this.#view?.state.selection.main.head ?? 0;
  }

  /** All flags in the text, in its order. */
  get flags(): Flag[] {
    return this.#view ? flagsIn(this.#view) : [];
  }

  /** Gives the field the focus. */
  focus(): void {
    this.#view?.focus();
  }

  /**
   * Puts words where the caret is, spaces where they lack: in the place of what the
   * agent selected, and after a flag that a key has selected.
   */
  insert(words: string): void {
    const view = this.#view;
    if (!view || view.state.readOnly) return;
    const chosen = view.state.selection.main;
    const flagged = this.flags.some(({ from, to }) => from === chosen.from && to === chosen.to);
    if (flagged) view.dispatch({ selection: { anchor: pastStop(view.state, chosen.to) } });
    const { from, to } = view.state.selection.main;
    const before = view.state.sliceDoc(Math.max(0, from - 1), from);
    const after = view.state.sliceDoc(to, to + 1);
    const spaced =
      (/[\s(«’']|^$/u.test(before) ? '' : ' ') + words + (/\p{L}/u.test(after) ? ' ' : '');
    view.dispatch(view.state.replaceSelection(spaced), {
      userEvent: 'input',
      scrollIntoView: true,
    });
    view.focus();
  }

  /** Selects the next flag, or the one before, and opens its card; false where there is none. */
  async step(by: 1 | -1): Promise<boolean> {
    const flag = this.#neighbour(by);
    if (flag) await this.open(flag, true);
    return !!flag;
  }

  #neighbour(by: 1 | -1): Flag | undefined {
    const { flags, card } = this;
    const held = card ? flags.findIndex((flag) => same(flag, card.flag)) : -1;
    if (held >= 0) return flags[(held + by + flags.length) % flags.length];
    const at = this.#view?.state.selection.main.from ?? 0;
    if (by > 0) return flags.find(({ from }) => from >= at) ?? flags[0];
    return flags.findLast(({ to }) => to <= at) ?? flags.at(-1);
  }

  /** Opens the card of what is flagged under the caret, else of the next flag. */
  async here(): Promise<boolean> {
    const at = this.#view?.state.selection.main.head ?? 0;
    const flag = this.flags.findLast(({ from, to }) => from <= at && at <= to);
    if (flag) await this.open(flag, true);
    return !!flag || this.step(1);
  }

  /** Selects a flag and shows its card; a key's card takes Enter and the arrows. */
  async open(flag: Flag, byKey: boolean): Promise<void> {
    const view = this.#view;
    if (!view) return;
    if (byKey) {
      view.focus();
      const [anchor, head] = [flag.from, shownEnd(flag)];
      const room = { yMargin: CARD_ROOM };
      const effects = EditorView.scrollIntoView(EditorSelection.range(anchor, head), room);
      view.dispatch({ selection: { anchor, head }, effects });
    }
    const words = covered(view.state.doc, flag);
    const moves = this.moves;
    const choices = await this.offers(flag);
    if (moves === this.moves) this.#show({ flag, words, choices, chosen: 0, byKey });
  }

  /** Closes the card; false when none was open. */
  close(): boolean {
    if (!this.card) return false;
    this.#show(null);
    return true;
  }

  #show(card: Card | null): void {
    this.card = card;
    this.#view?.dispatch({});
  }

  #choose(by: number): boolean {
    const { card } = this;
    if (!card?.byKey) return false;
    const count = card.choices.length;
    if (count > 0) this.#show({ ...card, chosen: (card.chosen + by + count) % count });
    return true;
  }

  // Enter on a card never types: with nothing to take it only closes.
  #take(): boolean {
    const { card } = this;
    if (!card?.byKey) return false;
    this.close();
    card.choices[card.chosen]?.take();
    return true;
  }

  /** Puts other words in the place of a flag. */
  replace({ from, to }: Flag, insert: string): void {
    const selection = { anchor: from + insert.length };
    this.#view?.dispatch({ changes: { from, to, insert }, selection, userEvent: 'input' });
    this.focus();
  }

  /** Where a flag ends on the screen; null where it is not drawn. */
  below(flag: Flag): { left: number; top: number } | null {
    const start = this.#view?.coordsAtPos(flag.from, 1);
    const end = this.#view?.coordsAtPos(shownEnd(flag), -1);
    if (!start || !end) return null;
    return { left: start.top === end.top ? start.left : 0, top: end.bottom };
  }

  /** The flag that an element of the field draws. */
  drawn(element: Element): Flag | undefined {
    const at = this.#view?.posAtDOM(element) ?? -1;
    return this.flags.find(({ from, to }) => from <= at && at < to);
  }
}

/** The ids by which a screen reader follows the card's choices. */
export const choicesId = 'flag-choices';
export const choiceId = (index: number): string => `flag-choice-${index}`;

function announced(card: Card | null): Record<string, string> {
  if (!card?.byKey || card.choices.length === 0) return {};
  return { 'aria-controls': choicesId, 'aria-activedescendant': choiceId(card.chosen) };
}

// A flag over much of the text is shown where it begins: selected whole, it
// would be a key press away from being lost.
const LONG_FLAG = 200;
const shownEnd = ({ from, to }: Flag) => (to - from > LONG_FLAG ? from : to);

const same = (a: Flag, b: Flag) => a.from === b.from && a.to === b.to && a.told === b.told;

// A sentence is flagged without the sign that ends it.
function pastStop(text: EditorState, at: number): number {
  return at + /^[.!?…]*/.exec(text.sliceDoc(at, at + 3))![0].length;
}
