// The service's settings as a form: what is stored, what stands in the fields,
// and what was refused. A refused value stays where it was typed.
import { failure, type Backend } from './backend.ts';
import { holds } from './plain.ts';
import type { Failure, Setting } from './types.ts';

/** The parts of the form, in the order of somebody who sets up a service. */
export const groups = [
  'service',
  'frame',
  'rules',
  'delay',
  'writing',
  'keeping',
  'other',
] as const;
export type Group = (typeof groups)[number];

const prefixes: [string, Group][] = [
  ['service.', 'service'],
  ['person', 'service'],
  ['contact.', 'service'],
  ['frame.', 'frame'],
  ['rules.ai_notice', 'frame'],
  ['rules.delay_days', 'delay'],
  ['rules.working_days', 'delay'],
  ['rules.moselle', 'delay'],
  ['rules.retention', 'keeping'],
  ['rules.', 'rules'],
  ['writer', 'writing'],
  ['ollama.', 'writing'],
  ['drafts.', 'writing'],
  ['sheets.', 'writing'],
];

/** The part of the form that a setting stands in. */
export const groupOf = (key: string): Group =>
  prefixes.find(([prefix]) => key.startsWith(prefix))?.[1] ?? 'other';

export class SettingsForm {
  all = $state.raw<Setting[]>([]);
  /** The setting that was last kept, to say so beside it. */
  saved = $state('');
  #typed = $state<Record<string, string>>({});
  #refused = $state<Record<string, Failure>>({});

  constructor(private readonly backend: Pick<Backend, 'Settings' | 'Set'>) {}

  async read(): Promise<void> {
    this.all = await this.backend.Settings();
  }

  /** What stands in a field: what is typed, or what is stored. */
  value(key: string): string {
    return this.#typed[key] ?? this.stored(key);
  }

  /** Why what stands in a field was refused; null when it was not. */
  refused(key: string): Failure | null {
    return this.#refused[key] ?? null;
  }

  /** Shows what is typed at once; it is kept by keep. */
  type(key: string, value: string): void {
    this.#typed[key] = value;
  }

  /** Keeps what stands in a field; false where it was refused. */
  async keep(key: string): Promise<boolean> {
    const value = this.value(key);
    this.saved = '';
    delete this.#refused[key];
    try {
      await this.backend.Set(key, value);
    } catch (reason) {
      this.#refused[key] = failure(reason);
      return false;
    }
    this.saved = key;
    await this.read();
    if (this.#typed[key] === value) delete this.#typed[key];
    return true;
  }

  /** What is stored under a key. */
  stored(key: string): string {
    return this.all.find((setting) => setting.key === key)?.value ?? '';
  }

  /** Stores a former value again, over what stands in the field. */
  async putBack(key: string, value: string): Promise<void> {
    await this.backend.Set(key, value);
    this.saved = '';
    delete this.#typed[key];
    delete this.#refused[key];
    await this.read();
  }

  /** The settings of a part that answer to the words sought. */
  of(group: Group, sought: string): Setting[] {
    return this.all.filter(
      (s) => groupOf(s.key) === group && holds(`${s.label} ${s.help} ${s.value}`, sought),
    );
  }
}

/** One line of the lengths: what it says, or that it is not understood. */
export interface LimitLine {
  line: string;
  place: string;
  most: number | null;
}

/** The lengths as they are typed, line by line. */
export function limitLines(typed: string): LimitLine[] {
  return linesOf(typed).map((line) => {
    const [, place = '', most = ''] = /^(spplus|google|play|paper)\s+(\d+)$/.exec(line) ?? [];
    const n = Number(most);
    return { line, place, most: place && n >= 100 && n <= 20_000 ? n : null };
  });
}

/** The lines of a setting that has one entry a line. */
export const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
