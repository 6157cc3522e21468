// The numbers of the sources, after the sentences that use them. They are
// drawn beside the text and never part of it.
import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import type { Cited } from './cited.ts';

class Note extends WidgetType {
  constructor(
    readonly numbers: number[],
    readonly named: string,
  ) {
    super();
  }

  override eq(other: Note): boolean {
    return other.named === this.named;
  }

  // The digits are drawn by the style sheet, so that no copy takes them along.
  override toDOM(): HTMLElement {
    const note = document.createElement('span');
    note.className = 'note';
    note.dataset.numbers = this.numbers.join(' ');
    note.setAttribute('role', 'img');
    note.setAttribute('aria-label', this.named);
    return note;
  }
}

/** Puts these numbers after their sentences; named says each for screen readers. */
export const noteSources = StateEffect.define<{ cited: Cited[]; named: (n: number[]) => string }>();

/** The numbers that stand in the text. */
export const notes = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(notes, transaction) {
    const filled = transaction.effects.find((effect) => effect.is(noteSources));
    if (!filled) return notes.map(transaction.changes);
    const { cited, named } = filled.value;
    const room = transaction.newDoc.length;
    const placed = cited.filter(({ at }) => at <= room);
    const widget = (numbers: number[]) => new Note(numbers, named(numbers));
    return RangeSet.of(
      placed.map(({ at, numbers }) =>
        Decoration.widget({ widget: widget(numbers), side: 1 }).range(at),
      ),
      true,
    );
  },
  provide: (own) => EditorView.decorations.from(own),
});
