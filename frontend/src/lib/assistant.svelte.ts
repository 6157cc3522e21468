// The assistant: the question under way, its answer, and those asked before.
import { failure, type Backend } from './backend.ts';
import { withSources } from './citing.ts';
import { focusOn } from './focus.ts';
import type { Messages } from './messages.svelte.ts';
import { Reading } from './reading.svelte.ts';
import { speech } from './speech.svelte.ts';
import type { Answer, AnswerEvent, Statement } from './types.ts';

type Asked = 'Ask' | 'Stop' | 'Answers' | 'ForgetAnswers' | 'ReadSheet' | 'copy';

/** Its number where drafts have their review's. */
const ASSISTANT = 0;

export class Assistant {
  readonly reading: Reading;
  question = $state('');
  /** The answer on screen; the next question goes on from it. */
  answer = $state.raw<Answer | null>(null);
  /** What is being looked up; '' when nothing is. */
  asking = $state('');
  /** What of the answer is written and supported so far. */
  soFar = $state.raw<Statement[]>([]);
  past = $state.raw<Answer[]>([]);
  #next = $state(0);
  /** Whether the history goes with its notice. */
  #going = false;
  #run = 0;
  #over = 0;

  constructor(
    private readonly backend: Pick<Backend, Asked>,
    private readonly messages: Messages,
  ) {
    this.reading = new Reading(backend, messages, 'sheet-assistant', 'ask-question');
  }

  /** Whether older questions are left to read. */
  get more(): boolean {
    return this.#next !== 0;
  }

  /** Asks what stands in the field; a stop or a failure leaves it there. */
  async ask(): Promise<void> {
    const question = this.question.trim();
    if (!question || this.asking) return;
    if (this.#going) await this.messages.settle();
    this.asking = question;
    this.soFar = [];
    this.reading.clear();
    try {
      this.answer = await this.backend.Ask(question, this.answer?.id ?? 0);
      this.question = '';
      await this.read();
    } catch (reason) {
      this.#failed(reason);
    } finally {
      this.#over = this.#run;
      this.asking = '';
    }
  }

  #failed(reason: unknown): void {
    if (failure(reason).code === 'stopped') this.messages.tell(speech.words.ask.stopped);
    else this.messages.fail(reason);
  }

  /** A piece of the answer came in; one of a question that is over is late. */
  hear(event: AnswerEvent): void {
    if (!this.asking || event.run <= this.#over) return;
    this.#run = event.run;
    this.soFar = event.answer;
  }

  async stop(): Promise<void> {
    if (this.asking) await this.messages.guard(this.backend.Stop(ASSISTANT));
  }

  /** Starts afresh: the next question goes on from nothing. */
  async fresh(): Promise<void> {
    this.answer = null;
    this.reading.clear();
    await focusOn('ask-question');
  }

  /** Shows an answer that was kept; the next question goes on from it. */
  open(answer: Answer): void {
    if (this.asking) return;
    this.reading.clear();
    this.answer = answer;
  }

  /** Reads the questions asked before, the newest first. */
  async read(): Promise<void> {
    if (this.#going) await this.messages.settle();
    const page = await this.messages.guard(this.backend.Answers(0));
    if (page) [this.past, this.#next] = [page.answers, page.next];
  }

  /** Reads older ones too. */
  async older(): Promise<void> {
    const before = this.#next;
    if (!before) return;
    const page = await this.messages.guard(this.backend.Answers(before));
    if (!page || this.#next !== before) return;
    [this.past, this.#next] = [[...this.past, ...page.answers], page.next];
  }

  /** Erases the questions asked before: for good once the notice has gone. */
  forget(): void {
    const { past, answer } = this;
    const next = this.#next;
    [this.past, this.#next, this.answer] = [[], 0, null];
    this.reading.clear();
    const back = () => {
      this.#going = false;
      [this.past, this.#next, this.answer] = [past, next, answer];
    };
    this.messages.defer(speech.words.ask.forgotten, back, () => this.#erase());
    this.#going = true;
  }

  async #erase(): Promise<void> {
    this.#going = false;
    await this.messages.guard(this.backend.ForgetAnswers());
  }

  /** Puts the answer with its sources on the clipboard. */
  async copy(): Promise<void> {
    if (!this.answer) return;
    const taken = await this.messages.guard(this.backend.copy(withSources(this.answer)));
    const words = speech.words.choice;
    if (taken !== undefined) this.messages.tell(taken ? words.copied : words.notCopied);
  }
}
