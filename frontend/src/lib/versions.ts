// How a version of the reply is told: who wrote it, what it was asked for, what
// the checks found in it, what its prompt had no room for.
import { clock, day, number } from './dates.ts';
import { speech } from './speech.svelte.ts';
import type { Finding, LeftOut, Reply, Wish } from './types.ts';

/** What a draft was asked for, in words; nothing for the usual draft. */
export function wished(wish: Wish): string[] {
  const { wishes } = speech.words.choice;
  const asked = [
    wish.length && wishes[wish.length],
    wish.warmer && wishes.warmer,
    wish.precise && wishes.precise,
    wish.french && wishes.french,
  ];
  return asked.filter((word) => !!word) as string[];
}

/** Who wrote a version, and what it was asked for. */
export function origin(version: Reply): string {
  const who = speech.words.byWriter[version.writer];
  return [who, version.model || version.by, ...wished(version.wish)].filter(Boolean).join(', ');
}

/** The whole name of a version; rejected is the reason in words. */
export function versionName(version: Reply, rejected: string): string {
  const { reply, choice } = speech.words;
  const name = reply.version(version.number, origin(version), when(version));
  return rejected ? `${name} · ${choice.rejected(rejected)}` : name;
}

function when({ written_at: at }: Reply): string {
  return [day(at, speech.language), clock(at, speech.language)].filter(Boolean).join(' ');
}

/** How many findings of each severity; those that are absent are left out. */
export function tally(findings: Finding[]): { severity: Finding['severity']; text: string }[] {
  const { blockingCount, warningCount, choice } = speech.words;
  const words = { block: blockingCount, warn: warningCount, info: choice.infoCount };
  return (['block', 'warn', 'info'] as const)
    .map((severity) => ({ severity, n: findings.filter((f) => f.severity === severity).length }))
    .filter(({ n }) => n > 0)
    .map(({ severity, n }) => ({ severity, text: words[severity](n) }));
}

/** What did not fit in a prompt, in words; nothing where all did. */
export function leftOut({ runes = 0, passages = 0, examples = 0 }: LeftOut): string[] {
  const { leftRunes, leftPassages, leftExamples } = speech.words.choice;
  const told = [
    runes > 0 && leftRunes(number(runes, speech.language)),
    passages > 0 && leftPassages(passages),
    examples > 0 && leftExamples(examples),
  ];
  return told.filter((word) => word !== false);
}
