import { beforeEach, describe, expect, it } from 'vitest';
import { Messages } from '../src/lib/messages.svelte.ts';
import { Models } from '../src/lib/models.svelte.ts';
import { Fake, settle } from './fake.ts';
import { model, modelEvent, modelPage } from './machine.ts';

let fake: Fake;
let backend: Fake['backend'];
let messages: Messages;
let models: Models;
let statuses: number;

beforeEach(() => {
  fake = new Fake();
  backend = fake.backend;
  messages = new Messages();
  statuses = 0;
  models = new Models(backend, messages, async () => void statuses++);
});

const codes = () => messages.alerts.map((alert) => alert.code);
const failing = async () => Promise.reject({ code: 'model_busy', message: 'Occupé.', hint: '' });

describe('a work on a model', () => {
  it('is shown before Go tells of it, then as Go tells it', async () => {
    expect(await models.import()).toBe(true);
    expect(fake.calls).toEqual(['ImportModel /media/cle/petit.gguf']);
    expect(models.work).toMatchObject({ work: 'import', name: 'petit.gguf', state: 'working' });
    models.hear(modelEvent({ step: 'hash', done: 3 }));
    expect(models.work).toMatchObject({ step: 'hash', done: 3 });
  });

  it('is not begun where the agent cancels, nor twice', async () => {
    backend.ChooseModel = async () => '';
    expect(await models.import()).toBe(false);
    expect(models.work).toBeNull();
    await models.bench('petit');
    expect(await models.bench('grand')).toBe(false);
    expect(fake.calls).toEqual(['BenchModel petit']);
  });

  it('leaves nothing on screen when it is refused', async () => {
    backend.BenchModel = failing;
    expect(await models.bench('petit')).toBe(false);
    expect(models.work).toBeNull();
    expect(codes()).toEqual(['model_busy']);
  });

  it('reads the list and the status again at its end', async () => {
    await models.bench('petit');
    fake.models = modelPage([model({ measured: true })]);
    models.hear(modelEvent({ work: 'bench', state: 'done' }));
    await settle();
    expect(models.work).toBeNull();
    expect(models.page?.models[0]?.measured).toBe(true);
    expect(statuses).toBe(1);
    expect(messages.notice?.text).toBe('petit est mesuré.');
  });

  it('says a stop as a stop and a failure as a failure', async () => {
    models.hear(modelEvent({ state: 'stopped' }));
    expect(messages.notice?.text).toContain('arrêté');
    expect(codes()).toEqual([]);
    const error = { code: 'model_cut', message: 'Fichier coupé.', hint: 'Recopiez-le.' };
    models.hear(modelEvent({ state: 'failed', error }));
    await settle();
    expect(messages.alerts).toMatchObject([error]);
  });

  it('stops when asked', async () => {
    await models.stop();
    expect(fake.calls).toEqual(['StopModel']);
  });
});

describe('the models', () => {
  it('are chosen, and write when told to', async () => {
    await models.choose('petit');
    await models.writes('ollama');
    expect(fake.calls).toEqual(['Set ollama.model=petit', 'Set writer=ollama']);
    expect(statuses).toBe(2);
  });

  it('are removed, or the reason is shown', async () => {
    await models.remove('petit');
    expect(messages.notice?.text).toContain('petit');
    expect(fake.calls).toEqual([]);
    await messages.settle();
    expect(fake.calls).toEqual(['RemoveModel petit']);
    backend.RemoveModel = failing;
    await models.remove('petit');
    await messages.settle();
    expect(codes()).toEqual(['model_busy']);
  });

  it('stay as they were read when they cannot be read again', async () => {
    fake.models = modelPage([model()]);
    await models.read();
    backend.Models = failing;
    await models.read();
    expect(models.page?.models).toHaveLength(1);
    expect(codes()).toEqual(['model_busy']);
    messages.alerts = [];
    await models.glance();
    expect(models.page?.models).toHaveLength(1);
    expect(codes()).toEqual([]);
  });
});

it('advises once at a time', async () => {
  const first = models.advise();
  expect(models.advising).toBe(true);
  await models.advise();
  await first;
  expect(fake.calls).toEqual(['Advise']);
  expect(models.advice?.machine.cores).toBe(2);
  expect(models.advising).toBe(false);
});
