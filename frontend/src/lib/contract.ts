// Holds this side's types to what Go really binds: `make bindings` writes
// wailsjs from the Go code, and a name that only one side knows fails the type
// check here. Nothing of this file is left in the build.
import type * as bound from '../../wailsjs/go/app/Desk';
import type { app, desk, figures, review } from '../../wailsjs/go/models';
import type { Calls } from './backend.ts';
import type * as ours from './types.ts';

type Same<A, B> = [Exclude<keyof A, keyof B>, Exclude<keyof B, keyof A>] extends [never, never]
  ? true
  : { onlyFirst: Exclude<keyof A, keyof B>; onlySecond: Exclude<keyof B, keyof A> };

// The list does not know its cards' findings yet: Go sends none.
type ListedCard = Omit<ours.Card, 'blocking' | 'warnings'>;

/** Every line is true, or the two sides differ. */
export type Contract = [
  Same<Calls, typeof bound>,
  Same<ListedCard, app.Card>,
  Same<ours.Status, app.Status>,
  Same<ours.Dossier, app.Dossier>,
  Same<ours.Reply, app.Version>,
  Same<ours.Finding, app.Finding>,
  Same<ours.Setting, app.Setting>,
  Same<ours.SaveRequest, app.Edition>,
  Same<ours.Saved, app.Saved>,
  Same<ours.HistoryEvent, app.Event>,
  Same<ours.ImportReport, review.Report>,
  Same<ours.Figures, figures.Figures>,
  Same<ours.ModelPage, app.ModelPage>,
  Same<ours.ModelCard, app.ModelCard>,
  Same<ours.RuntimeStatus, review.RuntimeStatus>,
  Same<ours.Advice, app.Advice>,
  Same<ours.Candidate, app.Candidate>,
  Same<ours.Machine, review.Machine>,
  Same<ours.TaskPage, app.TaskPage>,
  Same<ours.TaskCard, app.TaskCard>,
  Same<ours.Wish, review.Wish>,
  Same<ours.RejectReason, app.Reason>,
  Same<ours.ShownPrompt, desk.ShownPrompt>,
  Same<ours.LeftOut, review.LeftOut>,
  Same<ours.Answer, app.Answer>,
  Same<ours.AnswerPage, app.AnswerPage>,
  Same<ours.Statement, review.Statement>,
  Same<ours.Source, review.Passage>,
  Same<ours.Hit, review.Hit>,
  Same<ours.WholeSheet, review.Sheet>,
  Same<ours.Section, review.Section>,
  Same<ours.PackCard, app.PackCard>,
  Same<ours.PackSource, review.PackSource>,
  Same<ours.MissingSheet, app.MissingSheet>,
  Same<ours.SheetAlert, app.SheetAlert>,
];

/** Fails to compile when a line of the contract is not true. */
export const held: Contract = [
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
];
