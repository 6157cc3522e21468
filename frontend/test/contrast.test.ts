// The colours of theme.css, measured as WCAG 2.2 does (1.4.3, 1.4.6, 1.4.11).
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/styles/theme.css', 'utf8');

type Colours = Record<string, string>;

/** The variables that a block sets, one of the two colours of each. */
function block(selector: string, side: 0 | 1): Colours {
  const body = css.split(`${selector} {`)[1]?.split('\n}')[0] ?? '';
  const pairs = [...body.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)];
  return Object.fromEntries(pairs.map((found) => [found[1]!, found[2 + side]!]));
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

const everywhere = ['paper', 'sheet', 'soft'];
const tinted = ['warn-ground', 'block-ground', 'info-ground', 'mark'];

/** Which words stand on which grounds. */
const texts: Record<string, string[]> = {
  ink: [...everywhere, ...tinted],
  mute: [...everywhere, ...tinted],
  accent: [...everywhere, ...tinted],
  positive: everywhere,
  neutral: everywhere,
  negative: everywhere,
  warn: [...everywhere, 'warn-ground'],
  block: [...everywhere, 'block-ground'],
  'accent-ink': ['accent'],
};

/** Lines that mark a control, a state or the focus; --line only separates. */
const lines: Record<string, string[]> = {
  edge: ['paper', 'sheet'],
  accent: [...everywhere, ...tinted],
  warn: ['paper', 'sheet', 'warn-ground'],
  block: ['paper', 'sheet', 'block-ground'],
};

const usual = [block(':root', 0), block(':root', 1)];
const more = [block(":root[data-contrast='more']", 0), block(":root[data-contrast='more']", 1)];
const looks: [string, Colours, number, number][] = [
  ['light', usual[0]!, 4.5, 3],
  ['dark', usual[1]!, 4.5, 3],
  ['light, more contrast', { ...usual[0]!, ...more[0] }, 7, 4.5],
  ['dark, more contrast', { ...usual[1]!, ...more[1] }, 7, 4.5],
];

const low = (colours: Colours, pairs: Record<string, string[]>, least: number) =>
  Object.entries(pairs).flatMap(([over, grounds]) =>
    grounds
      .map((ground) => ({ over, ground, ratio: contrast(colours[over]!, colours[ground]!) }))
      .filter(({ ratio }) => !(ratio >= least))
      .map(({ over, ground, ratio }) => `${over} on ${ground}: ${ratio.toFixed(2)}`),
  );

describe('contrast', () => {
  it('is measured as the standard says', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  it('knows every colour of the theme', () => {
    const named = Object.keys(usual[0]!);
    const seen = new Set([...Object.entries(texts), ...Object.entries(lines)].flat(2));
    expect(named.filter((name) => !seen.has(name))).toEqual(['line']);
    expect(Object.keys(more[0]!)).toEqual(named);
  });

  it.each(looks)('%s: text reaches it on every ground', (_, colours, text) => {
    expect(low(colours, texts, text)).toEqual([]);
  });

  it.each(looks)('%s: lines that mean something reach it', (_, colours, __, line) => {
    expect(low(colours, lines, line)).toEqual([]);
  });
});
