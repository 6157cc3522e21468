// Files coming in, for the fake backend: what it shows of them, and what it
// then keeps.
import type { Backend } from '../src/lib/backend.ts';
import type {
  BatchCard,
  FilePreview,
  Foreseen,
  ImportHow,
  ImportReport,
  WaitingRow,
} from '../src/lib/types.ts';

export const columns = (...names: string[]) =>
  names.map((name) => ({ name, dropped: false, example: `${name} 1` }));

/** The preview of an export that is known for sure. */
export const preview = (told: Partial<FilePreview> = {}): FilePreview => ({
  path: '/avis/jdma.xlsx',
  name: 'jdma.xlsx',
  format: 'jdma',
  confidence: 1,
  candidates: [
    { format: 'jdma', confidence: 1 },
    { format: 'play', confidence: 0.3 },
  ],
  container: 'xlsx',
  encoding: 'utf-8',
  columns: [
    { name: 'Date', field: 'date', dropped: false, example: '2026-03-01' },
    { name: 'Verbatim', field: 'text', dropped: false, example: 'Bon accueil' },
    { name: 'Courriel', dropped: true, example: '' },
  ],
  fields: ['text', 'date', 'title', 'reply'],
  rows: [
    {
      rejected: '',
      line: 0,
      written_at: '2026-03-01',
      title: 'Guichet',
      excerpt: 'Bon accueil',
      sentiment: 'positive',
      author: '',
      answered: true,
    },
    {
      rejected: 'date illisible',
      line: 3,
      written_at: '',
      title: '',
      excerpt: '',
      sentiment: '',
      author: '',
      answered: false,
    },
  ],
  ...told,
});

/** A table that no format knows. */
export const unknown = (...names: string[]): FilePreview =>
  preview({ format: '', confidence: 0, candidates: [], columns: columns(...names), rows: [] });

export const foreseen = (told: Partial<Foreseen> = {}): Foreseen => ({
  looked: 3,
  whole: true,
  rows: 3,
  added: 2,
  updated: 0,
  duplicates: 0,
  rejected: 1,
  with_reply: 0,
  ...told,
});

export const report = (told: Partial<ImportReport> = {}): ImportReport => ({
  batch: 7,
  format: 'jdma',
  read: 3,
  added: 2,
  updated: 0,
  duplicates: 0,
  rejected: 1,
  with_reply: 0,
  ...told,
});

export const waitingRow = (id: number, told: Partial<WaitingRow> = {}): WaitingRow => ({
  id,
  batch: 7,
  format: 'jdma',
  header: 'Date,Verbatim',
  line: id + 1,
  reason: 'date illisible',
  raw: `hier,Texte ${id}`,
  ...told,
});

export const batch = (told: Partial<BatchCard> = {}): BatchCard => ({
  ...report(),
  batch: 7,
  at: '2026-11-24T09:00:00Z',
  undone_at: '',
  waiting: 0,
  ...told,
});

const stillRejected = { code: 'still_rejected', message: 'Non.', hint: 'Motif : date.' };

export class Files {
  /** What LookAt shows of a file; a throw is its refusal. */
  looked: (path: string, how: ImportHow) => FilePreview = (path, how) =>
    how.format === 'mapped' ? preview({ format: 'mapped' }) : preview({ path });
  foreseen: Foreseen = foreseen();
  /** What an import answers. */
  imported: () => Promise<ImportReport> = async () => report();
  batches: BatchCard[] = [];
  waiting: WaitingRow[] = [];
  #discarded: WaitingRow[] = [];
  refuse: unknown = null;
  drop: (paths: string[]) => void = () => {};

  retake(id: number, text: string): ImportReport {
    if (!text.startsWith('2026')) throw stillRejected;
    this.waiting = this.waiting.filter((row) => row.id !== id);
    return report({ read: 1, added: 1, rejected: 0 });
  }

  discard(which: (row: WaitingRow) => boolean): number[] {
    if (this.refuse) throw this.refuse;
    this.#discarded = this.waiting.filter(which);
    this.waiting = this.waiting.filter((row) => !which(row));
    return this.#discarded.map((row) => row.id);
  }

  restore(): void {
    this.waiting = [...this.#discarded, ...this.waiting].sort((a, b) => a.id - b.id);
  }

  /** The calls of files, each noted by `note`. */
  calls(note: <T>(name: string, value: T) => T): Partial<Backend> {
    const asked = (name: string, path: string, how: ImportHow) =>
      `${name} ${path} ${how.format} ${JSON.stringify(how.mapping)}`;
    return {
      dropped: (heard) => (this.drop = heard),
      ChooseImport: async () => '/avis/jdma.xlsx',
      LookAt: async (path, how) => note(asked('LookAt', path, how), this.looked(path, how)),
      Foresee: async () => this.foreseen,
      ImportFile: (path, how) => note(asked('ImportFile', path, how), this.imported()),
      StopImport: async () => note('StopImport', undefined),
      Batches: async () => ({ batches: this.batches, waiting: this.waiting.length }),
      UndoImport: async (id) => {
        note(`UndoImport ${id}`, undefined);
        if (this.refuse) throw this.refuse;
      },
      Quarantine: async (of, after) => {
        const rows = this.waiting.filter((row) => row.id > after && (!of || row.batch === of));
        const next = rows.length > 2 ? rows[1]!.id : 0;
        return note(`Quarantine ${of} ${after}`, { rows: rows.slice(0, 2), next });
      },
      Retake: async (id, text) => note(`Retake ${id} ${text}`, this.retake(id, text)),
      DiscardRow: async (id) => {
        note(
          `DiscardRow ${id}`,
          this.discard((row) => row.id === id),
        );
      },
      DiscardRows: async (of) =>
        note(
          `DiscardRows ${of}`,
          this.discard((row) => row.batch === of),
        ),
      RestoreRows: async (ids) => note(`RestoreRows ${ids}`, this.restore()),
      RetakeAll: async () => note('RetakeAll', { tried: 3, taken: 1 }),
    };
  }
}
