// The reply under the agent's hand: its text, what the checks say of it, and
// how it is kept.
import { Autosave } from './autosave.ts';
import { failure, type Backend } from './backend.ts';
import type { Dossier, Failure, Finding, Frames, Reply, ReplyText } from './types.ts';
import { locate, repairable, repaired, sorted, whole, type Part } from './whole.ts';

/** kept: all is saved; refused: a save failed and the text stands only here. */
export type Keeping = 'kept' | 'waiting' | 'saving' | 'refused';

const blank: ReplyText = { greeting: '', body: '', closing: '', signature: '' };

export class Editor {
  id = $state(0);
  text = $state.raw<ReplyText>(blank);
  findings = $state.raw<Finding[]>([]);
  savedAt = $state('');
  /** Grows whenever another text was put on the desk. */
  shown = $state(0);
  keeping = $state<Keeping>('kept');
  refusal = $state<Failure | null>(null);
  version = 0;
  #number = 0;
  #checked = $state('');
  #autosave = new Autosave(() => this.#keep());

  constructor(
    private readonly backend: Pick<Backend, 'Save' | 'Open'>,
    private readonly refused: (failure: Failure) => void,
    private readonly started: () => void = () => {},
  ) {}

  /** Shows a review's reply, or the service's frame around nothing. */
  show({ review, reply }: Dossier, frames: Frames): void {
    this.#autosave.forget();
    this.id = review.id;
    this.shown++;
    this.version = review.version;
    this.text = reply ? textOf(reply) : frameOf(frames);
    this.#number = numberToEdit(reply);
    this.savedAt = reply?.written_at ?? '';
    this.#judged(reply?.findings ?? []);
    this.#kept();
  }

  /** Whether a review read again may replace the text on screen. */
  get settled(): boolean {
    return this.keeping === 'kept' && !this.#autosave.waiting;
  }

  /** Whether the findings speak of the text as it stands. */
  get judged(): boolean {
    return whole(this.text) === this.#checked;
  }

  /** Whether there is nothing to send: an empty reply is never saved. */
  get blank(): boolean {
    return this.text.body.trim() === '';
  }

  get blocked(): boolean {
    return this.findings.some((f) => f.severity === 'block');
  }

  /** The findings, gravest first. */
  get listed(): Finding[] {
    return sorted(this.findings);
  }

  /** The findings that digit keys repair: the first is key 1. */
  get repairs(): Finding[] {
    return repairable(this.listed);
  }

  write(part: Part, value: string): void {
    if (this.text[part] === value) return;
    this.text = { ...this.text, [part]: value };
    if (this.refusal?.code === 'conflict') return;
    this.keeping = 'waiting';
    this.#autosave.touch();
  }

  /** Keeps everything typed so far; false when it could not be kept. */
  async flush(): Promise<boolean> {
    return this.refusal?.code === 'conflict' ? false : this.#autosave.flush();
  }

  async #keep(): Promise<void> {
    const text = this.text;
    if (this.blank) return this.#kept();
    this.keeping = 'saving';
    try {
      const { id, version } = this;
      const saved = await this.backend.Save({ ...text, id, version, reply: this.#number });
      this.version = saved.version;
      if (this.#number !== saved.number) this.started();
      this.#number = saved.number;
      this.savedAt = saved.saved_at;
      this.#judged(saved.findings, text);
      this.#kept();
    } catch (reason) {
      this.#refuse(reason);
      throw reason;
    }
  }

  #judged(findings: Finding[], text = this.text): void {
    this.findings = findings;
    this.#checked = whole(text);
  }

  #kept(): void {
    this.keeping = 'kept';
    this.refusal = null;
  }

  #refuse(reason: unknown): void {
    this.keeping = 'refused';
    this.refusal = failure(reason);
    this.refused(this.refusal);
  }

  /** After a refusal: saves the agent's words over whatever stands there now. */
  async insist(): Promise<boolean> {
    try {
      this.version = (await this.backend.Open(this.id)).review.version;
    } catch (reason) {
      this.#refuse(reason);
      return false;
    }
    this.#number = 0;
    this.refusal = null;
    this.#autosave.touch();
    return this.flush();
  }

  /** Makes a finding's repair; false when its place is gone. */
  async repair(finding: Finding): Promise<boolean> {
    const found = this.judged || (await this.flush()) ? this.#same(finding) : undefined;
    const text = found && repaired(this.text, found);
    if (!text || !this.judged) return false;
    this.text = text;
    this.keeping = 'waiting';
    this.#autosave.touch();
    return this.flush();
  }

  #same(finding: Finding): Finding | undefined {
    if (this.findings.includes(finding)) return finding;
    return this.findings.find((f) => f.rule === finding.rule && f.repair === finding.repair);
  }

  /** Where a finding stands in the text as it is now; null when it moved. */
  place(finding: Finding): ReturnType<typeof locate> {
    return this.judged && finding.end > finding.start ? locate(this.text, finding) : null;
  }
}

function textOf({ greeting, body, closing, signature }: Reply): ReplyText {
  return { greeting, body, closing, signature };
}

function frameOf({ greeting, closings, signatures }: Frames): ReplyText {
  return { greeting, body: '', closing: closings[0] ?? '', signature: signatures[0] ?? '' };
}

// A writer's version is kept as it wrote it, so that what the agent changed
// can be shown: editing it starts a version by hand.
function numberToEdit(reply: Reply | null): number {
  return reply?.writer === 'hand' ? reply.number : 0;
}
