import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { asSystem, Look } from '../src/lib/look.svelte.ts';
import { Preferences } from '../src/lib/preferences.svelte.ts';
import { Fake } from './fake.ts';

async function started(fake = new Fake()) {
  const preferences = new Preferences(fake.backend);
  await preferences.read();
  const look = new Look(preferences);
  const root = document.createElement('html');
  const dressed = (): Record<string, string | undefined> => (
    look.dress(root),
    { ...root.dataset, size: root.style.fontSize }
  );
  return { fake, look, dressed };
}

/** A system that asks for the media queries named. */
function system(...queries: string[]) {
  const asked: (EventTarget & { matches: boolean })[] = [];
  vi.stubGlobal('matchMedia', (query: string) => {
    const list = Object.assign(new EventTarget(), { matches: queries.includes(query) });
    asked.push(list);
    return list;
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe('the look', () => {
  it('is the system’s until something is chosen', async () => {
    const { dressed } = await started();
    expect(dressed()).toEqual({ size: '' });
  });

  it('shows a choice at once and at the next start', async () => {
    const { fake, look, dressed } = await started();
    await look.keep({ theme: 'dark', size: 150 });
    await look.keep({ contrast: 'more', motion: 'less' });
    const worn = { theme: 'dark', contrast: 'more', motion: 'less', size: '150%' };
    expect(dressed()).toEqual(worn);
    expect((await started(fake)).dressed()).toEqual(worn);
    await look.keep(asSystem);
    expect(dressed()).toEqual({ size: '' });
  });

  it('follows the system as it changes, until it stops', async () => {
    const asked = system('(prefers-contrast: more)');
    const { look, dressed } = await started();
    const stop = look.follow();
    expect(dressed()).toEqual({ contrast: 'more', size: '' });
    const motion = asked[1]!;
    motion.matches = true;
    motion.dispatchEvent(new Event('change'));
    flushSync();
    expect(dressed()).toEqual({ contrast: 'more', motion: 'less', size: '' });
    stop();
    asked[0]!.matches = false;
    asked[0]!.dispatchEvent(new Event('change'));
    expect(dressed().contrast).toBe('more');
  });

  it('counts words that are not ours as nothing', async () => {
    for (const kept of ['7', 'null', '{"theme":"rose","size":1000,"motion":{}}', '{']) {
      const fake = new Fake();
      fake.remembered.look = kept;
      expect((await started(fake)).look.choice, kept).toEqual(asSystem);
    }
  });
});
