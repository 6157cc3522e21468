import { beforeEach, expect, it, vi } from 'vitest';
import { Retention } from '../src/lib/retention.svelte.ts';
import type { Proof } from '../src/lib/types.ts';

const proof: Proof = {
  id: 1,
  at: '2026-11-24T10:00:00Z',
  reason: 'demande',
  by: 'Claire',
  reviews: 2,
  replies: 1,
  quarantined: 1,
  hash: 'ab12',
};
let ids: number[] | null = [1, 2];
let aside: number[] | null = [9];
const backend = {
  Expired: async () => ({ clocks: null, ids, quarantined: aside }),
  Purge: vi.fn(async () => ((ids = null), (aside = null), proof)),
  FindPerson: vi.fn(async () => ({ reviews: [3, 4], quarantined: [7] })),
  Erase: vi.fn(async () => proof),
  Proofs: async () => [proof],
};
let kept: Retention;

beforeEach(async () => {
  ids = [1, 2];
  aside = [9];
  kept = new Retention(backend);
  await kept.read();
});

it('tells how many have run out, and none after a purge', async () => {
  expect(kept.expired).toBe(3);
  await kept.purge();
  expect([kept.expired, kept.proofs]).toEqual([0, [proof]]);
});

it('erases what was found, not what was typed since', async () => {
  await kept.find('Durand');
  expect(kept.traces).toBe(3);
  await kept.erase('demande');
  expect(backend.Erase).toHaveBeenCalledWith('Durand', 'demande');
  expect(kept.traces).toBe(-1);
});

it('forgets the former words when it looks again, found or not', async () => {
  await kept.find('Durand');
  backend.FindPerson.mockRejectedValueOnce({ code: 'erase_words' });
  await expect(kept.find('D')).rejects.toEqual({ code: 'erase_words' });
  expect([kept.words, kept.traces]).toEqual(['', -1]);
});
