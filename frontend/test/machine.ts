// Models and drafts of the queue for tests, invented here.
import type {
  Advice,
  Candidate,
  ModelCard,
  ModelEvent,
  ModelPage,
  TaskCard,
  TaskPage,
} from '../src/lib/types.ts';

export function model(over: Partial<ModelCard> = {}): ModelCard {
  return {
    name: 'petit',
    hash: '9ee11adf00',
    bytes: 669e6,
    parameters: 1.1e9,
    quantisation: 'Q4_K_M',
    context: 4096,
    licence: 'Apache-2.0',
    memory: 0.9e9,
    imported_at: '',
    measured: false,
    reads: 0,
    writes: 0,
    draft_s: 0,
    chosen: false,
    embeds: false,
    ...over,
  };
}

export function modelPage(models: ModelCard[] = []): ModelPage {
  const idle = { running: false, version: '', pid: 0, address: '', model: '' };
  const unknown = { memory: 0, warm_for_s: 0, cache_reuse: null };
  return { runtime: { bundled: true, present: true, ...idle, ...unknown }, models, fault: null };
}

export function modelEvent(over: Partial<ModelEvent> = {}): ModelEvent {
  const progress = { step: 'copy', done: 1, total: 4, left_s: 0 };
  return { work: 'import', name: 'petit', ...progress, state: 'working', error: null, ...over };
}

export function task(id: number, over: Partial<TaskCard> = {}): TaskCard {
  const waiting = { state: 'waiting' as const, ahead: false, tries: 0, reason: '' };
  return { id, title: `Avis ${id}`, ...waiting, ...over };
}

/** A queue where these wait. */
export function taskPage(next: TaskCard[] = [], over: Partial<TaskPage> = {}): TaskPage {
  const rest = { paused: '' as const, failed: 0, running: null, left_s: 0, finish_at: '' };
  return { ...rest, waiting: next.length, next, failing: [], ...over };
}

function candidate(over: Partial<Candidate>): Candidate {
  const words = { french: 'Écrit le français.', tried: 'Pas essayé ici.', licence: 'Apache-2.0' };
  const where = { origin: 'Ses auteurs', url: 'https://example.org/', file: 'a.gguf' };
  const here = { bytes: 2e9, memory: 3e9, fits: true, recommended: false };
  const time = { draft_seconds: 40, measured: false };
  return { name: 'Un modèle', ...words, ...where, ...here, ...time, ...over };
}

export const advice: Advice = {
  machine: { memory: 8e9, free: 5e9, cores: 2, instructions: ['AVX2'], bandwidth: 14e9 },
  candidates: [
    candidate({ name: 'Petit', recommended: true }),
    candidate({ name: 'Grand', fits: false, bytes: 9e9 }),
  ],
};
