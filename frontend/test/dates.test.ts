// The clocks of the world: a day of a review is a day in Paris, what happened on
// the workstation is told by its own clock.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Dates = typeof import('../src/lib/dates.ts');
type Snoozing = typeof import('../src/lib/snoozing.ts');

const zone = process.env.TZ;

/** The module as a window started in that place has it. */
async function startedIn(place: string): Promise<Dates & Snoozing> {
  process.env.TZ = place;
  vi.resetModules();
  const dates = await import('../src/lib/dates.ts');
  return { ...dates, ...(await import('../src/lib/snoozing.ts')) };
}

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const places = [
  'Europe/Paris',
  'America/Guadeloupe',
  'America/Cayenne',
  'Indian/Reunion',
  'Pacific/Noumea',
  'Pacific/Tahiti',
  'Pacific/Wallis',
];

describe.each(places)('in %s', (place) => {
  const now = new Date('2026-11-24T12:00:00Z');
  let here: Dates & Snoozing;
  beforeEach(async () => void (here = await startedIn(place)));

  it('a review written on a day shows that day', () => {
    const { reviewDay } = here;
    expect(reviewDay('2026-09-05T00:00:00+02:00', 'fr', now)).toBe('5 septembre');
    expect(reviewDay('2026-09-04T22:00:00Z', 'fr', now)).toBe('5 septembre');
    expect(reviewDay('2026-09-10T21:59:59Z', 'en', now)).toBe('10 September');
    expect(reviewDay('2025-12-31T23:00:00Z', 'fr', now)).toBe('1er janvier');
    expect(reviewDay('2025-12-31T22:59:59Z', 'fr', now)).toBe('31 décembre 2025');
    expect(reviewDay('', 'fr', now)).toBe('');
    expect(reviewDay('hier', 'fr', now)).toBe('');
  });

  it('a date without an hour is the same day everywhere', () => {
    const { day, reviewDay, shortDay, longDay } = here;
    expect(day('2026-09-05', 'fr', now)).toBe('5 septembre');
    expect(reviewDay('2026-09-05', 'fr', now)).toBe('5 septembre');
    expect(day('2025-01-01', 'fr', now)).toBe('1er janvier 2025');
    expect(shortDay('2026-11-01', 'fr')).toBe('1er nov.');
    expect(longDay('2026-11-24', 'fr')).toBe('mardi 24 novembre 2026');
  });

  it('nothing is put off to a day that has begun in Paris, nor to one that has begun here', () => {
    for (let hour = 0; hour < 48; hour++) {
      const at = new Date(Date.UTC(2026, 10, 24, hour));
      const [tomorrow] = here.proposals(at);
      const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(at);
      const local = new Intl.DateTimeFormat('sv-SE', { timeZone: place }).format(at);
      expect(tomorrow!.day > paris && tomorrow!.day > local, `${at.toISOString()}`).toBe(true);
    }
  });
});

describe('the workstation’s own clock', () => {
  it('tells what happened on it', async () => {
    const { clock, day, reviewDay, today } = await startedIn('America/Guadeloupe');
    expect(clock('2026-11-25T01:30:00Z', 'fr')).toBe('21\u00a0h\u00a030');
    const now = new Date('2026-11-25T01:30:00Z');
    expect(day('2026-11-25T01:30:00Z', 'fr', now)).toBe('24 novembre');
    expect(reviewDay('2026-11-25T01:30:00Z', 'fr', now)).toBe('25 novembre');
    expect(today(now)).toBe('2026-11-25');
    const east = await startedIn('Pacific/Noumea');
    expect(east.today(new Date('2026-11-24T14:00:00Z'))).toBe('2026-11-25');
  });
});
