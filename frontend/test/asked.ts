// Sheets and answers for tests, invented here.
import type {
  Answer,
  Hit,
  MissingSheet,
  PackCard,
  SheetAlert,
  Source,
  Statement,
  WholeSheet,
} from '../src/lib/types.ts';
import { Fake } from './fake.ts';

export const price = 'Le repas coûte 3,20\u00a0€ pour les habitants.';
export const tariff = `${price}\nLe repas coûte 5\u00a0€ pour les autres communes.`;

export function source(over: Partial<Source> = {}): Source {
  const names = { sheet: 'cantine', kind: 'local', title: 'Cantine scolaire' };
  const where = { url: 'https://mairie.example/cantine', date: '2020-10-14' };
  return { ...names, ...where, passage: tariff, ...over };
}

export function statement(over: Partial<Statement> = {}): Statement {
  return { text: price, case: ['Tarifs'], sources: [source()], ...over };
}

export function answer(id: number, over: Partial<Answer> = {}): Answer {
  const asked = { at: '2026-11-24T09:42:00Z', question: `Question ${id}\u202f?`, follows: 0 };
  const said = { answer: [statement()], abstained: false, reason: '', near: [] };
  return { id, ...asked, ...said, writer: '', model: '', removed: 0, ...over };
}

export function hit(over: Partial<Hit> = {}): Hit {
  return { ...source(), heading: ['Tarifs'], score: 0.9, bears: true, ...over };
}

export function wholeSheet(over: Partial<WholeSheet> = {}): WholeSheet {
  const { passage: _, ...about } = source();
  const from = { summary: 'Tout sur la cantine.', path: ['École'], source: 'cantine.md' };
  const sections = [
    { heading: ['Inscription'], text: 'Elle se fait à la mairie.' },
    { heading: ['Tarifs'], text: tariff },
  ];
  return { ...about, ...from, licence: '', pack: 'mairie', sections, ...over };
}

export function missing(id: number, over: Partial<MissingSheet> = {}): MissingSheet {
  const asked = { asked: 3, last_at: '2026-11-24T09:42:00Z', reviews: [2] };
  return { id, question: 'Où garer un drone\u202f?', ...asked, ...over };
}

export function sheetAlert(id: number, over: Partial<SheetAlert> = {}): SheetAlert {
  const reply = { at: '2026-11-24T09:42:00Z', review: 2, number: 1, state: 'validated' as const };
  const about = { what: 'changed' as const, sheet: 'cantine', kind: 'local' };
  const dates = { title: 'Cantine scolaire', before: '2020-10-14', after: '2026-09-01' };
  return { id, ...reply, ...about, ...dates, lost: true, ...over };
}

export const pack: PackCard = {
  name: 'mairie',
  built_at: '2026-11-24T09:42:00Z',
  sheets: 2,
  sources: [{ name: 'dossier', licence: '', date: '2020-10-14', hash: 'ab', sheets: 2, unread: 1 }],
};

/** Has a fake answer about sheets: questions are kept, numbered from 1. */
export function withSheets(fake: Fake): void {
  const note = <T>(name: string, value: T): T => (fake.calls.push(name), value);
  const kept: Answer[] = [];
  let open = [missing(7)];
  let alerts = [sheetAlert(5)];
  const said = {
    Ask: async (question: string, follows: number) => {
      kept.unshift(answer(kept.length + 1, { question, follows }));
      return note(`Ask ${question} ${follows}`, kept[0]!);
    },
    Answers: async (before: number) => {
      const from = kept.filter((one) => before === 0 || one.id < before);
      return { answers: from.slice(0, 2), next: from.length > 2 ? from[1]!.id : 0 };
    },
    ForgetAnswers: async () => note('ForgetAnswers', void (kept.length = 0)),
    Packs: async () => [pack],
    SearchSheets: async (question: string) =>
      note(`SearchSheets ${question}`, [hit(), hit({ sheet: 'piscine', bears: false })]),
    ReadSheet: async (kind: string, sheet: string) =>
      note(`ReadSheet ${kind} ${sheet}`, wholeSheet({ kind, sheet })),
    Missing: async () => open,
    CloseMissing: async (id: number) =>
      note(`CloseMissing ${id}`, void (open = open.filter((one) => one.id !== id))),
    Alerts: async () => alerts,
    SeeAlert: async (id: number) =>
      note(`SeeAlert ${id}`, void (alerts = alerts.filter((one) => one.id !== id))),
  };
  const { backend } = fake;
  Object.defineProperty(fake, 'backend', { value: Object.assign(backend, said) });
}
