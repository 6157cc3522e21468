// The shapes that Go sends about the models and about what the machine drafts
// by itself. Sizes are bytes, paces tokens a second; 0 and "" mean unknown.
import type { Failure } from './types.ts';

/** How the model server is doing; bundled is false for one that the settings name. */
export interface RuntimeStatus {
  bundled: boolean;
  present: boolean;
  running: boolean;
  version: string;
  pid: number;
  address: string;
  /** In memory now. */
  model: string;
  memory: number;
  warm_for_s: number;
  /** From 0 to 1; null for unknown. */
  cache_reuse: number | null;
}

export interface ModelCard {
  name: string;
  hash: string;
  bytes: number;
  parameters: number;
  quantisation: string;
  context: number;
  licence: string;
  memory: number;
  imported_at: string;
  measured: boolean;
  reads: number;
  writes: number;
  /** Seconds expected per draft. */
  draft_s: number;
  chosen: boolean;
  /** It reads for the sheets and cannot write. */
  embeds: boolean;
}

/** fault: why the models cannot be listed. */
export interface ModelPage {
  runtime: RuntimeStatus;
  models: ModelCard[];
  fault: Failure | null;
}

/** bandwidth is bytes a second read from memory by all cores. */
export interface Machine {
  memory: number;
  free: number;
  cores: number;
  instructions: string[];
  bandwidth: number;
}

export interface Candidate {
  name: string;
  origin: string;
  url: string;
  licence: string;
  file: string;
  bytes: number;
  memory: number;
  french: string;
  tried: string;
  fits: boolean;
  recommended: boolean;
  draft_seconds: number;
  /** draft_seconds comes from this very model, not from an estimate. */
  measured: boolean;
}

export interface Advice {
  machine: Machine;
  candidates: Candidate[];
}

/** How far a work on a model is; total 0 for unknown. */
export interface ModelEvent {
  work: 'import' | 'bench';
  name: string;
  step: string;
  done: number;
  total: number;
  left_s: number;
  state: 'working' | 'done' | 'stopped' | 'failed';
  error: Failure | null;
}

/** One draft that the machine writes by itself; reason is the last failure's code. */
export interface TaskCard {
  id: number;
  title: string;
  state: 'waiting' | 'running' | 'failed';
  ahead: boolean;
  tries: number;
  reason: string;
}

export type Pause = '' | 'agent' | 'battery' | 'failing';

/** The queue of drafts: next and failing hold 50 at most. */
export interface TaskPage {
  paused: Pause;
  waiting: number;
  failed: number;
  running: TaskCard | null;
  left_s: number;
  finish_at: string;
  next: TaskCard[];
  failing: TaskCard[];
}
