import { afterEach, describe, expect, it, vi } from 'vitest';
import { backend, failure } from '../src/lib/backend.ts';

const bridge = window as unknown as Record<string, unknown>;
const bind = (methods: Record<string, unknown>) => (bridge.go = { app: { Desk: methods } });

afterEach(() => {
  delete bridge.go;
  delete bridge.runtime;
});

describe('failure', () => {
  const told = { code: 'conflict', message: 'Changé.', hint: 'Rouvrez.' };

  it.each([
    ['what Go formats', told, told],
    ['the same as JSON text', JSON.stringify(told), told],
    ['a plain text', 'boum', { code: 'internal', message: 'boum', hint: '' }],
    ['an Error', new Error('boum'), { code: 'internal', message: 'boum', hint: '' }],
    ['broken JSON', '{"code":', { code: 'internal', message: '{"code":', hint: '' }],
    ['nothing', undefined, { code: 'internal', message: 'undefined', hint: '' }],
  ])('reads %s', (_, reason, read) => expect(failure(reason)).toEqual(read));
});

describe('backend', () => {
  it('hands arguments over and answers back', async () => {
    const Validate = vi.fn(async () => 4);
    bind({ Validate });
    expect(await backend.Validate(1, 3, 'motif')).toBe(4);
    expect(Validate).toHaveBeenCalledWith(1, 3, 'motif');
  });

  it('rejects with a Failure, whatever Go threw', async () => {
    bind({ Status: async () => Promise.reject('panne') });
    await expect(backend.Status()).rejects.toEqual({
      code: 'internal',
      message: 'panne',
      hint: '',
    });
  });

  it('says so when nothing is bound', async () => {
    await expect(backend.Status()).rejects.toMatchObject({ code: 'no_bridge' });
    expect(backend.on('queue', () => {})()).toBeUndefined();
  });

  it('fills the lists that Go left null', async () => {
    const review = { themes: null, channels: null, tags: null };
    const reply = { number: 1, sources: null, findings: null };
    bind({ Open: async () => ({ review, reply, versions: [reply] }) });
    const dossier = await backend.Open(1);
    expect(dossier.review).toEqual({ themes: [], channels: [], tags: [] });
    expect(dossier.reply).toEqual({ number: 1, sources: [], findings: [] });
    expect(dossier.versions).toEqual([dossier.reply]);
  });

  it('says whether the clipboard took a text', async () => {
    expect(await backend.copy('mots')).toBe(false);
    const ClipboardSetText = vi.fn(async () => true);
    bridge.runtime = { ClipboardSetText };
    expect(await backend.copy('mots')).toBe(true);
    expect(ClipboardSetText).toHaveBeenCalledWith('mots');
  });

  it('listens and stops listening', () => {
    const stop = vi.fn();
    bridge.runtime = { EventsOn: vi.fn(() => stop) };
    backend.on('draft', () => {})();
    expect(stop).toHaveBeenCalledTimes(1);
  });
});
