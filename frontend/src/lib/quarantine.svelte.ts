// The last imports, and the rows of files that gave no review: they wait here
// to be mended, and leave for the queue, or because they are no reviews.
import { failure, type Backend } from './backend.ts';
import type { Messages } from './messages.svelte.ts';
import { speech } from './speech.svelte.ts';
import type { BatchPage, Failure, WaitingRow } from './types.ts';

type Asked =
  | 'Batches'
  | 'Quarantine'
  | 'Retake'
  | 'RetakeAll'
  | 'DiscardRow'
  | 'DiscardRows'
  | 'RestoreRows'
  | 'UndoImport'
  | 'StopImport';

export class Quarantine {
  page = $state.raw<BatchPage | null>(null);
  rows = $state.raw<WaitingRow[]>([]);
  /** Whether the rows are shown. */
  open = $state(false);
  /** Whose rows are shown: one import’s, or 0 for all. */
  batch = $state(0);
  /** Where the next page begins, 0 at the end. */
  next = $state(0);
  /** The row that is being mended. */
  mending = $state<number | null>(null);
  text = $state('');
  /** Why the row being mended stays. */
  refused = $state.raw<Failure | null>(null);
  /** Whether all rows are being tried. */
  trying = $state(false);
  /** What was typed in rows that were closed again. */
  #typed = new Map<number, string>();
  #turn = 0;

  constructor(
    private readonly backend: Pick<Backend, Asked>,
    private readonly messages: Messages,
  ) {}

  /** Reads the imports, and the rows anew where others wait than are shown. */
  async read(): Promise<void> {
    const before = this.page?.waiting;
    await this.#counted();
    const others = this.page?.waiting !== before;
    if (others && this.open && this.mending === null && !this.trying) await this.#from(0);
  }

  /** Shows the rows of one import, or of all (0). */
  async show(batch: number): Promise<void> {
    this.open = true;
    this.batch = batch;
    this.mending = null;
    await this.#from(0);
  }

  /** Puts the rows out of sight. */
  hide(): void {
    this.open = false;
    this.rows = [];
    this.next = 0;
    this.mending = null;
  }

  /** How many rows of an import still wait; the answer is what was told where it is not known. */
  left(batch: number, told: number): number {
    return this.page?.batches.find((one) => one.batch === batch)?.waiting ?? told;
  }

  /** Shows the page after. */
  async more(): Promise<void> {
    if (this.next) await this.#from(this.next);
  }

  async #from(after: number): Promise<void> {
    const turn = ++this.#turn;
    const page = await this.messages.guard(this.backend.Quarantine(this.batch, after));
    if (!page || turn !== this.#turn) return;
    this.rows = after ? [...this.rows, ...page.rows] : page.rows;
    this.next = page.next;
  }

  /** Opens a row to be mended, or closes it. */
  turn(row: WaitingRow): void {
    this.refused = null;
    if (this.mending !== null) this.#typed.set(this.mending, this.text);
    this.mending = this.mending === row.id ? null : row.id;
    this.text = this.#typed.get(row.id) ?? row.raw;
  }

  /** Takes the row being mended; the answer is the row that follows it, or false when it stays. */
  async retake(): Promise<WaitingRow | null | false> {
    const { intake } = speech.words;
    if (this.mending !== null && !this.text.trim()) {
      this.refused = { code: '', ...intake.emptyRow };
      return false;
    }
    return this.#settle(intake.taken, async ({ id }) => {
      const batch = Number((await this.backend.Retake(id, this.text)).batch);
      return () => this.backend.UndoImport(batch);
    });
  }

  /** Discards the row being mended, to be taken back; the answer is that of retake. */
  discard(): Promise<WaitingRow | null | false> {
    return this.#settle(speech.words.intake.discarded, async ({ id }) => {
      await this.backend.DiscardRow(id);
      return () => this.backend.RestoreRows([id]);
    });
  }

  // Does something to the row being mended that takes it away from here; doing
  // it answers how it is taken back.
  async #settle(
    words: (line: number, left: number) => string,
    doing: (row: WaitingRow) => Promise<() => Promise<void>>,
  ): Promise<WaitingRow | null | false> {
    const row = this.rows.find((one) => one.id === this.mending);
    if (!row) return false;
    this.refused = null;
    let undo: () => Promise<void>;
    try {
      undo = await doing(row);
    } catch (reason) {
      this.refused = failure(reason);
      return false;
    }
    return this.#gone(row, words, () => this.#back(undo()));
  }

  /** Discards all rows that wait of the import that is shown, to be taken back. */
  async discardAll(): Promise<void> {
    const batch = this.batch;
    const ids = await this.messages.guard(this.backend.DiscardRows(batch));
    if (!ids?.length) return;
    this.mending = null;
    await this.#counted();
    const back = async () => {
      const done = await this.#back(this.backend.RestoreRows(ids));
      if (done) await this.show(batch);
      return done;
    };
    this.messages.tell(speech.words.intake.discardedAll(ids.length), back);
    this.next = 0;
    await this.#turnedOver(this.page?.waiting ?? 0);
  }

  async #back(bringing: Promise<void>): Promise<boolean> {
    if (!(await this.messages.guard(bringing.then(() => true)))) return false;
    await this.read();
    return true;
  }

  // A row went: it is told how many are left, and the one after it is at hand.
  // What was typed in it is kept for when it is taken back.
  async #gone(
    row: WaitingRow,
    words: (line: number, left: number) => string,
    back: () => Promise<boolean>,
  ): Promise<WaitingRow | null> {
    this.#typed.set(row.id, this.text);
    const at = this.rows.indexOf(row);
    this.rows = this.rows.filter((other) => other !== row);
    this.mending = null;
    await this.#counted();
    const left = this.page?.waiting ?? 0;
    this.messages.tell(words(row.line, left), back);
    if (this.rows.length === 0) await this.#turnedOver(left);
    return this.rows[at] ?? this.rows.at(-1) ?? null;
  }

  // The page is empty: the next one comes, or those of the other imports.
  async #turnedOver(waiting: number): Promise<void> {
    if (waiting === 0) this.hide();
    else await this.show(this.next ? this.batch : 0);
  }

  /** Tries all rows as they stand. */
  async retakeAll(): Promise<void> {
    if (this.trying) return;
    this.trying = true;
    const failed = (reason: unknown) => this.messages.ended(reason, 'retry_stopped');
    const done = await this.backend.RetakeAll().catch(failed);
    this.trying = false;
    if (done) this.messages.tell(speech.words.intake.tried(done.tried, done.taken));
    await this.read();
  }

  /** Ends the trying of all rows: those already taken stay taken. */
  async stop(): Promise<void> {
    await this.messages.guard(this.backend.StopImport());
  }

  async #counted(): Promise<void> {
    this.page = (await this.messages.guard(this.backend.Batches())) ?? this.page;
  }
}
