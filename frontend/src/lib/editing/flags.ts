// What is flagged in the text being written: the findings of the checks and the
// words that the dictionary lacks. A mark follows the text as it is edited,
// until the checks speak again.
import { RangeSet, StateEffect, StateField, type ChangeDesc, type Text } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';
import type { Finding } from '../types.ts';

/** A finding, or a word that the dictionary lacks. */
export type Told = { finding: Finding } | { word: string };

/** A stretch of the body that is flagged, in UTF-16. */
export interface Flag {
  from: number;
  to: number;
  told: Told;
}

/** The kind of mark under a flag: a severity, or spelling. */
export const kindOf = (told: Told): Finding['severity'] | 'spelling' =>
  'finding' in told ? told.finding.severity : 'spelling';

const marked = ({ from, to, told }: Flag) =>
  Decoration.mark({ class: `flag ${kindOf(told)}`, told }).range(from, to);

/** A field of marks that an effect fills anew; changed says what an edit does to them. */
function field(changed: (marks: DecorationSet, changes: ChangeDesc) => DecorationSet) {
  const fill = StateEffect.define<Flag[]>();
  const marks = StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(marks, transaction) {
      const moved = transaction.docChanged ? changed(marks, transaction.changes) : marks;
      const filled = transaction.effects.find((effect) => effect.is(fill));
      if (!filled) return moved;
      const room = transaction.newDoc.length;
      const flags = (filled.value as Flag[]).filter(({ from, to }) => from < to && to <= room);
      return RangeSet.of(flags.map(marked), true);
    },
    provide: (own) => EditorView.decorations.from(own),
  });
  return { fill, marks };
}

const follow = (marks: DecorationSet, changes: ChangeDesc) => marks.map(changes);

// A word that is being mended is no longer the word that was flagged.
const untouched = (marks: DecorationSet, changes: ChangeDesc) =>
  marks.update({ filter: (from, to) => changes.touchesRange(from, to) === false }).map(changes);

const findings = field(follow);
const spelling = field(untouched);

/** Puts these findings under the text. */
export const flagFindings = findings.fill;
/** Puts these words under the text. */
export const flagWords = spelling.fill;
/** Both kinds of marks. */
export const flagging = [findings.marks, spelling.marks];

/** All flags as they stand now, in the order of the text. */
export function flagsIn(view: EditorView): Flag[] {
  const all: Flag[] = [];
  for (const { marks } of [findings, spelling]) {
    view.state.field(marks).between(0, view.state.doc.length, (from, to, { spec }) => {
      all.push({ from, to, told: spec.told as Told });
    });
  }
  return all.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** What of a document a flag covers. */
export const covered = (doc: Text, { from, to }: Flag): string => doc.sliceString(from, to);
