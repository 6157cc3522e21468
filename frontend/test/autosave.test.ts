import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Autosave } from '../src/lib/autosave.ts';

beforeEach(() => vi.useFakeTimers());

/** A keep that ends when told to. */
function slow() {
  const ends: { ok: () => void; fail: () => void }[] = [];
  const keep = vi.fn(
    () => new Promise<void>((ok, no) => ends.push({ ok, fail: () => no(new Error('disk')) })),
  );
  return { keep, ends };
}

describe('Autosave', () => {
  it('saves once, a pause after the last touch', async () => {
    const keep = vi.fn(async () => {});
    const autosave = new Autosave(keep, 600);
    autosave.touch();
    await vi.advanceTimersByTimeAsync(500);
    autosave.touch();
    await vi.advanceTimersByTimeAsync(599);
    expect(keep).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(keep).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(5000);
    expect(keep).toHaveBeenCalledTimes(1);
  });

  it('flushes at once and within the same turn, for a window that closes', () => {
    const { keep } = slow();
    const autosave = new Autosave(keep);
    autosave.touch();
    void autosave.flush();
    expect(keep).toHaveBeenCalledTimes(1);
  });

  it('has nothing to flush when nothing was typed', async () => {
    const { keep } = slow();
    expect(await new Autosave(keep).flush()).toBe(true);
    expect(keep).not.toHaveBeenCalled();
  });

  it('never overlaps saves; a flush waits for what was typed meanwhile', async () => {
    const { keep, ends } = slow();
    const autosave = new Autosave(keep);
    autosave.touch();
    const first = autosave.flush();
    autosave.touch();
    const done = vi.fn();
    const second = autosave.flush().then(done);
    expect(keep).toHaveBeenCalledTimes(1);
    ends[0]!.ok();
    await vi.advanceTimersByTimeAsync(0);
    expect(keep).toHaveBeenCalledTimes(2);
    expect(done).not.toHaveBeenCalled();
    ends[1]!.ok();
    await second;
    expect(await first).toBe(true);
    expect(autosave.waiting).toBe(false);
  });

  it('keeps a failed save pending: the next flush tries again', async () => {
    const { keep, ends } = slow();
    const autosave = new Autosave(keep);
    autosave.touch();
    const first = autosave.flush();
    ends[0]!.fail();
    expect(await first).toBe(false);
    expect(autosave.waiting).toBe(true);
    const second = autosave.flush();
    ends[1]!.ok();
    expect(await second).toBe(true);
  });

  it('forgets', async () => {
    const { keep } = slow();
    const autosave = new Autosave(keep);
    autosave.touch();
    autosave.forget();
    await vi.advanceTimersByTimeAsync(1000);
    expect(keep).not.toHaveBeenCalled();
  });
});
