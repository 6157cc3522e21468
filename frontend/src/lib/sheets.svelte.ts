// The reference sheets of this workstation: what they are, what a search finds,
// which are missing, and which replies cite one that changed.
import type { Backend } from './backend.ts';
import type { Messages } from './messages.svelte.ts';
import { Reading } from './reading.svelte.ts';
import { speech } from './speech.svelte.ts';
import type { Hit, MissingSheet, PackCard, SheetAlert } from './types.ts';

type Asked =
  'Packs' | 'SearchSheets' | 'Missing' | 'CloseMissing' | 'Alerts' | 'SeeAlert' | 'ReadSheet';

export class Sheets {
  readonly reading: Reading;
  packs = $state.raw<PackCard[] | null>(null);
  missing = $state.raw<MissingSheet[]>([]);
  alerts = $state.raw<SheetAlert[]>([]);
  question = $state('');
  /** What the last search found; null before the first. */
  hits = $state.raw<Hit[] | null>(null);
  searching = $state(false);
  #turn = 0;

  constructor(
    private readonly backend: Pick<Backend, Asked>,
    private readonly messages: Messages,
  ) {
    this.reading = new Reading(backend, messages, 'sheet-sheets', 'sheets-question');
  }

  /** Reads everything but the search. */
  async read(): Promise<void> {
    const [packs, missing, alerts] = await Promise.all([
      this.messages.guard(this.backend.Packs()),
      this.messages.guard(this.backend.Missing()),
      this.messages.guard(this.backend.Alerts()),
    ]);
    this.packs = packs ?? this.packs;
    this.missing = missing ?? this.missing;
    this.alerts = alerts ?? this.alerts;
  }

  /** Finds the sheets for what stands in the field. */
  async search(): Promise<void> {
    const question = this.question.trim();
    const turn = ++this.#turn;
    this.searching = question !== '';
    if (!question) return void (this.hits = null);
    const hits = await this.messages.guard(this.backend.SearchSheets(question));
    if (turn !== this.#turn) return;
    this.searching = false;
    this.hits = hits ?? this.hits;
    if (hits) this.messages.say(speech.words.sheets.found(hits.length));
  }

  /** Takes a question off the list of missing sheets. */
  async close(missing: MissingSheet): Promise<void> {
    const set = (closed: boolean) => this.#set(this.backend.CloseMissing(missing.id, closed));
    if (await set(true)) this.messages.tell(speech.words.sheets.closed, () => set(false));
  }

  /** Takes an alert off the list: the agent looked at the reply. */
  async see(alert: SheetAlert): Promise<void> {
    const set = (seen: boolean) => this.#set(this.backend.SeeAlert(alert.id, seen));
    if (await set(true)) this.messages.tell(speech.words.sheets.seen, () => set(false));
  }

  async #set(change: Promise<void>): Promise<boolean> {
    const done = await this.messages.guard(change.then(() => true));
    await this.read();
    return done ?? false;
  }
}
