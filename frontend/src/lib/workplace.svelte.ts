// What the agent's desk is made of: its parts, what is open on it and what it
// shows. Nothing here moves; desk.svelte.ts does.
import type { Backend } from './backend.ts';
import type { Act } from './acts.ts';
import { Assistant } from './assistant.svelte.ts';
import { Choice } from './choice.svelte.ts';
import { Changes } from './editing/changing.svelte.ts';
import { Insertion } from './editing/insertion.svelte.ts';
import { PastReplies } from './past.svelte.ts';
import type { Flag } from './editing/flags.ts';
import { Pen, type Choice as CardChoice } from './editing/pen.svelte.ts';
import { Spelling } from './editing/spelling.svelte.ts';
import { Crowd } from './crowd.svelte.ts';
import { Editor } from './editor.svelte.ts';
import { Look } from './look.svelte.ts';
import { Messages, type Offer } from './messages.svelte.ts';
import { Intake } from './intake.svelte.ts';
import { Models } from './models.svelte.ts';
import { Preferences } from './preferences.svelte.ts';
import { Quarantine } from './quarantine.svelte.ts';
import { Queue } from './queue.svelte.ts';
import { Reading } from './reading.svelte.ts';
import { Sheets } from './sheets.svelte.ts';
import { Shortcuts } from './shortcuts.svelte.ts';
import { Stream } from './stream.svelte.ts';
import { Tasks } from './tasks.svelte.ts';
import { Views } from './views.svelte.ts';
import type { Action, Dossier, Frames, Status } from './types.ts';

export type Screen =
  | 'reviews'
  | 'drafting'
  | 'assistant'
  | 'sheets'
  | 'exchange'
  | 'figures'
  | 'models'
  | 'settings'
  | 'guide';
export type Pane = 'queue' | 'review' | 'reply';
/** What is asked in place: a written reason, or the name of who answers. */
export type Asking = 'validate' | 'return' | 'dismiss' | 'person';

export abstract class Workplace {
  readonly messages = new Messages(() => this.look.choice.stay);
  readonly stream = new Stream();
  readonly choice = new Choice();
  readonly queue: Queue;
  readonly editor: Editor;
  readonly views: Views;
  readonly crowd: Crowd;
  readonly pen: Pen;
  readonly spelling: Spelling;
  readonly insertion = new Insertion();
  readonly past = new PastReplies();
  readonly changes = new Changes();
  readonly models: Models;
  readonly intake: Intake;
  readonly quarantine: Quarantine;
  readonly tasks: Tasks;
  readonly assistant: Assistant;
  readonly sheets: Sheets;
  readonly preferences: Preferences;
  readonly shortcuts: Shortcuts;
  readonly look: Look;
  /** The sheet that stands where the review stood, beside its reply. */
  readonly cited: Reading;
  status = $state.raw<Status | null>(null);
  frames = $state.raw<Frames>({ greeting: '', closings: [], signatures: [] });
  dossier = $state.raw<Dossier | null>(null);
  screen = $state<Screen>('reviews');
  pane = $state<Pane>('queue');
  asking = $state<Asking | null>(null);
  /** The act that waits for what is asked. */
  waiting: Act | null = null;
  help = $state(false);
  palette = $state(false);
  busy = $state(false);
  /** Whether a day is being chosen to put the open review off to. */
  snoozing = $state(false);

  constructor(readonly backend: Backend) {
    this.queue = new Queue(backend);
    this.views = new Views(backend, this.queue, this.messages);
    this.tasks = new Tasks(backend, this.messages);
    this.crowd = new Crowd(backend, this.queue, this.messages, this.tasks);
    this.preferences = new Preferences(backend);
    this.look = new Look(this.preferences);
    this.shortcuts = new Shortcuts(this.preferences);
    this.editor = new Editor(
      backend,
      (failure) => this.messages.fail(failure),
      () => this.soon(),
    );
    this.spelling = new Spelling(this.preferences);
    this.pen = new Pen(this.editor, (flag) => this.offered(flag));
    this.models = new Models(backend, this.messages, () => this.readStatus());
    this.intake = new Intake(backend, this.messages, {
      keep: () => this.editor.flush(),
      changed: (gone) => this.recount(gone),
      aside: (batch) => this.aside(batch),
    });
    this.quarantine = new Quarantine(backend, this.messages);
    this.assistant = new Assistant(backend, this.messages);
    this.sheets = new Sheets(backend, this.messages);
    this.cited = new Reading(backend, this.messages, 'sheet-review', 'review');
  }

  /** Something changed in Go: it is read again soon. */
  abstract soon(): void;
  /** Reads what is always in sight. */
  abstract readStatus(): Promise<void>;
  /** Reads the queue again after many came, or went. */
  abstract recount(gone: boolean): Promise<void>;
  /** Shows the rows that an import left aside. */
  abstract aside(batch: number): Promise<void>;
  /** What can be done about a flag of the open reply. */
  abstract offered(flag: Flag): CardChoice[] | Promise<CardChoice[]>;

  /** Whether there is nothing here yet: the first run. */
  get empty(): boolean {
    return !!this.status && Object.values(this.status.counts).every((n) => n === 0);
  }

  /** The sheet that is open on this screen, if any. */
  get reading(): Reading {
    if (this.screen === 'assistant') return this.assistant.reading;
    return this.screen === 'sheets' ? this.sheets.reading : this.cited;
  }

  /** What a failed model draft leaves to do: nothing writes in its place unasked. */
  otherwise: (id: number) => Offer | null = () => null;

  may(action: Action): boolean {
    return !!this.dossier?.allowed.includes(action) && !this.stream.writing;
  }
}
