// Saving while the agent types: a pause starts a save, saves never overlap,
// and a flush waits until nothing is left to save.

/** Saves what the agent typed. Rejects when the text could not be kept. */
export type Keep = () => Promise<void>;

export class Autosave {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pending = false;
  #running: Promise<boolean> | null = null;

  constructor(
    private readonly keep: Keep,
    private readonly pause = 600,
  ) {}

  /** Whether something typed is not kept yet. */
  get waiting(): boolean {
    return this.#pending || this.#running !== null;
  }

  /** Something was typed. */
  touch(): void {
    this.#pending = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.pause);
  }

  /** Nothing is left worth saving. */
  forget(): void {
    this.#pending = false;
    clearTimeout(this.#timer);
  }

  /** Saves now; true once everything typed so far is kept. */
  flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#running ??= this.#drain().finally(() => (this.#running = null));
    return this.#running;
  }

  // What is typed during a save is saved after it, by the same flush. A save
  // that fails leaves its text pending, for the next pause or flush.
  async #drain(): Promise<boolean> {
    while (this.#pending) {
      this.#pending = false;
      try {
        await this.keep();
      } catch {
        this.#pending = true;
        return false;
      }
    }
    return true;
  }
}
