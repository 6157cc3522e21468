// The whole reply and where its parts stand in it: findings count from the
// start of the whole, the agent edits the parts.
import { codePoints, toUtf16 } from './points.ts';
import type { Finding, ReplyText, Span } from './types.ts';

export type Part = keyof ReplyText;
const parts: Part[] = ['greeting', 'body', 'closing', 'signature'];

/** The reply as its reader will see it, by the rule of review.Frame.Around. */
export function whole(reply: ReplyText): string {
  return laid(reply)
    .map(({ lead, text }) => lead + text)
    .join('');
}

interface Laid {
  part: Part;
  lead: string;
  text: string;
  /** Code points of the whole before the part's first character. */
  start: number;
  /** Code points that trimming took from the part's head. */
  trimmed: number;
}

function laid(reply: ReplyText): Laid[] {
  const found: Laid[] = [];
  let at = 0;
  for (const part of parts) {
    const text = reply[part].trim();
    if (!text) continue;
    const tight = part === 'signature' && found.at(-1)?.part === 'closing';
    const lead = found.length === 0 ? '' : tight ? '\n' : '\n\n';
    const start = at + lead.length;
    const head = reply[part].length - reply[part].trimStart().length;
    found.push({ part, lead, text, start, trimmed: codePoints(reply[part].slice(0, head)) });
    at = start + codePoints(text);
  }
  return found;
}

/** Where a span of the whole stands in one part, in UTF-16; null across parts. */
export function locate(
  reply: ReplyText,
  span: Span,
): { part: Part; from: number; to: number } | null {
  for (const { part, text, start, trimmed } of laid(reply)) {
    if (span.start < start || span.end > start + codePoints(text)) continue;
    const at = (offset: number) => toUtf16(reply[part], offset - start + trimmed);
    return { part, from: at(span.start), to: at(span.end) };
  }
  return null;
}

/** The findings that stand in the body, with their place in it in UTF-16. */
export function placed(
  reply: ReplyText,
  findings: Finding[],
): { from: number; to: number; finding: Finding }[] {
  return findings.flatMap((finding) => {
    const place = finding.end > finding.start ? locate(reply, finding) : null;
    return place?.part === 'body' ? [{ from: place.from, to: place.to, finding }] : [];
  });
}

/** The reply with a finding's repair made; null when it has none or no place. */
export function repaired(reply: ReplyText, finding: Finding): ReplyText | null {
  const place = finding.repair === null ? null : locate(reply, finding);
  if (!place) return null;
  const text = reply[place.part];
  const before = text.slice(0, place.from);
  return { ...reply, [place.part]: before + finding.repair + text.slice(place.to) };
}

/** Sorted by gravity, then by place; digit keys follow this order. */
export function sorted(findings: Finding[]): Finding[] {
  const rank = { block: 0, warn: 1, info: 2 };
  return [...findings].sort((a, b) => rank[a.severity] - rank[b.severity] || a.start - b.start);
}

/** The findings that a digit key repairs, in order: the first is key 1. */
export function repairable(findings: Finding[]): Finding[] {
  return findings.filter((f) => f.repair !== null).slice(0, 9);
}
