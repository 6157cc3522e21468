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

// Takes a list of which every line is true, and nothing else.
type Held<Lines extends true[]> = Lines;

/** Fails to compile where the two sides differ. */
export type Contract = Held<
  [
    Same<Calls, typeof bound>,
    Same<ListedCard, app.Card>,
    Same<ours.Status, app.Status>,
    Same<ours.QueueQuery, app.QueueQuery>,
    Same<ours.Filters, app.Filters>,
    Same<ours.Found, review.Found>,
    Same<ours.NamedView, app.NamedView>,
    Same<ours.Many, app.Many>,
    Same<ours.Choices, app.Choices>,
    Same<ours.Proof, app.Proof>,
    Same<ours.Expired, review.Expired>,
    Same<ours.Expiry, review.Expiry>,
    Same<ours.Traces, review.Traces>,
    Same<ours.Dossier, app.Dossier>,
    Same<ours.Phrases, app.Phrases>,
    Same<ours.Past, desk.Past>,
    Same<ours.Reply, app.Version>,
    Same<ours.Finding, app.Finding>,
    Same<ours.Setting, app.Setting>,
    Same<ours.SaveRequest, app.Edition>,
    Same<ours.Saved, app.Saved>,
    Same<ours.HistoryEvent, app.Event>,
    Same<ours.ImportReport, review.Report>,
    Same<ours.FilePreview, app.FilePreview>,
    Same<ours.PreviewRow, app.PreviewRow>,
    Same<ours.Column, review.Column>,
    Same<ours.Guess, review.Guess>,
    Same<ours.ImportHow, app.ImportHow>,
    Same<ours.Foreseen, app.Foreseen>,
    Same<ours.BatchPage, app.BatchPage>,
    Same<ours.BatchCard, app.BatchCard>,
    Same<ours.QuarantinePage, app.QuarantinePage>,
    Same<ours.WaitingRow, app.WaitingRow>,
    Same<ours.Retried, desk.Retried>,
    Same<ours.Figures, figures.Figures>,
    Same<ours.Period, figures.Period>,
    Same<ours.Calendar, review.Calendar>,
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
  ]
>;
