// Reviews, replies and findings for tests, invented here.
import type { Card, Finding, Reply, ShownPrompt, State } from '../src/lib/types.ts';

export const conflict = { code: 'conflict', message: 'Cet avis a changé.', hint: '' };

export function card(id: number, state: State = 'new'): Card {
  return {
    id,
    state,
    sentiment: 'negative',
    title: `Avis ${id}`,
    excerpt: 'La porte était fermée.',
    due_at: '2026-11-20T00:00:00Z',
    written_at: '2026-11-10T00:00:00Z',
    days_left: -2,
    subject: 'Accueil',
    blocking: 0,
    warnings: 0,
    answered_elsewhere: false,
    title_marks: [],
    marks: [],
  };
}

export function reply(number: number, body: string, writer: Reply['writer'] = 'hand'): Reply {
  const frame = { greeting: 'Bonjour,', closing: 'Cordialement,', signature: 'L’équipe' };
  const text = `Bonjour,\n\n${body}\n\nCordialement,\nL’équipe`;
  const rest = { model: '', by: '', written_at: '2026-11-24T09:42:00Z', partial: false };
  const judged = { sources: [], findings: [], wish: {}, prompted: false, rejected: '' };
  return { number, ...frame, body, text, writer, ...rest, ...judged };
}

export function finding(over: Partial<Finding> = {}): Finding {
  const at = { start: 0, end: 0 };
  return { rule: 'phone', severity: 'warn', ...at, message: 'À revoir.', repair: null, ...over };
}

export function shownPrompt(over: Partial<ShownPrompt> = {}): ShownPrompt {
  const texts = { system: 'Répondez en français.', user: 'La porte était <fermée>.' };
  return { ...texts, exact: true, tokens: 1234, left_out: {}, ...over };
}
