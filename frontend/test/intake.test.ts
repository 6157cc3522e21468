// One file on its way in, the imports of before, and the rows left aside.
import { beforeEach, describe, expect, it } from 'vitest';
import { Intake } from '../src/lib/intake.svelte.ts';
import { followed, proposed } from '../src/lib/mapping.ts';
import { Messages } from '../src/lib/messages.svelte.ts';
import { Quarantine } from '../src/lib/quarantine.svelte.ts';
import type { FilePreview } from '../src/lib/types.ts';
import { Files, batch, columns, foreseen, preview, report, unknown, waitingRow } from './files.ts';
import { settle } from './fake.ts';

let files: Files;
let calls: string[];
let messages: Messages;
let intake: Intake;
let changed: boolean[];
let kept: boolean;
let asides: number[];

beforeEach(() => {
  [files, calls, messages, changed, kept] = [new Files(), [], new Messages(), [], true];
  asides = [];
  const note = <T>(name: string, value: T): T => (calls.push(name), value);
  intake = new Intake(files.calls(note) as never, messages, {
    keep: async () => kept,
    changed: async (gone) => void changed.push(gone),
    aside: async (of) => void asides.push(of),
  });
});

const taken = () => calls.filter((call) => !call.startsWith('LookAt'));

describe('a file', () => {
  it('is shown before it is taken, with what it would add', async () => {
    expect(await intake.look('/avis/jdma.xlsx')).toBe(true);
    await settle();
    expect(intake.ready).toBe(true);
    expect(intake.foreseen).toEqual(foreseen());
    expect(taken()).toEqual([]);
    expect(await intake.import()).toEqual(report());
    expect(taken()).toEqual(['ImportFile /avis/jdma.xlsx  {}']);
    expect([changed, intake.preview, intake.importing]).toEqual([[false], null, false]);
    expect(intake.report).toEqual(report());
  });

  it.each([
    ['"C:\\Avis\\juin.csv"', 'C:\\Avis\\juin.csv'],
    [' /avis/juin.csv ', '/avis/juin.csv'],
    ['file:///avis/d%C3%A9p%C3%B4t.csv', '/avis/dépôt.csv'],
    ['file:///C:/Avis/juin.csv', 'C:/Avis/juin.csv'],
    ['file:///avis/100%.csv', 'file:///avis/100%.csv'],
  ])('is found by the path as it is copied: %s', async (copied, path) => {
    await intake.look(copied);
    expect(calls).toEqual([`LookAt ${path}  {}`]);
  });

  it('that cannot be read says why, and the one before is gone', async () => {
    await intake.look('/avis/jdma.xlsx');
    files.looked = () => {
      throw { code: 'file_empty', message: 'Ce fichier est vide.', hint: '' };
    };
    expect(await intake.look('/avis/vide.csv')).toBe(false);
    expect([intake.preview, intake.ready]).toEqual([null, false]);
    expect(messages.alerts.map((a) => a.code)).toEqual(['file_empty']);
    expect(await intake.import()).toBeNull();
  });

  it('looked at last is the one shown, whichever answers last', async () => {
    let late: (told: FilePreview) => void = () => {};
    const made = files.calls(<T>(_: string, value: T) => value);
    const slow = new Promise<FilePreview>((done) => (late = done));
    const look = made.LookAt!;
    made.LookAt = (path, how) => (path === '/lent.csv' ? slow : look(path, how));
    intake = new Intake(made as never, messages, {
      keep: async () => true,
      changed: async () => {},
      aside: async () => {},
    });
    const first = intake.look('/lent.csv');
    await intake.look('/avis/jdma.xlsx');
    late(preview({ name: 'lent.csv' }));
    expect(await first).toBe(false);
    expect(intake.preview!.name).toBe('jdma.xlsx');
  });

  it('dropped with others is shown alone, and none while one comes in', async () => {
    await intake.drop(['/a.csv', '/b.csv']);
    expect(calls).toEqual(['LookAt /a.csv  {}']);
    expect(messages.notice!.text).toContain('2\u00a0fichiers');
    files.imported = () => new Promise(() => {});
    void intake.import();
    expect(await intake.drop(['/c.csv'])).toBe(false);
    expect(calls.some((call) => call.includes('/c.csv'))).toBe(false);
  });
});

describe('the format', () => {
  it('that is not sure is asked by columns, with a proposal by their names', async () => {
    files.looked = (_, how) =>
      how.mapping.text
        ? preview({ format: 'mapped' })
        : unknown('Horodatage', 'Commentaire', 'Zone');
    await intake.look('/enquete.csv');
    expect(intake.mapping).toEqual({ text: 'Commentaire', date: 'Horodatage' });
    expect(intake.guessed).toBe(true);
    expect(intake.ready).toBe(true);
    await intake.import();
    expect(taken()).toEqual([
      'ImportFile /enquete.csv mapped {"text":"Commentaire","date":"Horodatage"}',
    ]);
  });

  it('waits for the text and the date, and looks again at each choice', async () => {
    files.looked = (_, how) =>
      how.mapping.text ? preview({ format: 'mapped' }) : unknown('A', 'B', 'C');
    await intake.look('/abc.csv');
    expect([intake.mapping, intake.ready]).toEqual([{}, false]);
    await intake.map('text', 'B');
    expect([intake.ready, calls.length]).toEqual([false, 1]);
    await intake.map('date', 'A');
    expect([intake.ready, calls.length]).toEqual([true, 2]);
    await intake.map('title', 'C');
    expect(intake.guessed).toBe(false);
    expect(calls.at(-1)).toBe('LookAt /abc.csv mapped {"text":"B","date":"A","title":"C"}');
    await intake.map('date', '');
    expect([intake.ready, intake.preview!.rows]).toEqual([false, []]);
  });

  it('whose columns were taken back is not read by an answer that comes late', async () => {
    files.looked = (_, how) =>
      how.mapping.text ? preview({ format: 'mapped' }) : unknown('A', 'B');
    await intake.look('/abc.csv');
    await intake.map('text', 'B');
    const late = intake.map('date', 'A');
    await intake.map('date', '');
    await late;
    expect([intake.ready, intake.looking]).toEqual([false, false]);
  });

  it('that can no longer be read leaves nothing to import', async () => {
    await intake.look('/avis/jdma.xlsx');
    files.looked = () => {
      throw { code: 'file_unreadable', message: 'Illisible.', hint: '' };
    };
    await intake.readAs('mapped');
    expect([intake.preview, intake.ready]).toEqual([null, false]);
  });

  it('may be another one, and the columns are then those it reads', async () => {
    await intake.look('/avis/jdma.xlsx');
    await intake.readAs('mapped');
    expect(intake.mapping).toEqual({ date: 'Date', text: 'Verbatim' });
    await intake.readAs('jdma');
    expect(intake.mapping).toBeNull();
    expect(calls.at(-1)).toBe('LookAt /avis/jdma.xlsx jdma {}');
    expect(intake.formats).toEqual(['jdma']);
  });

  it('is chosen by the agent where two fit as well', async () => {
    const two = [
      { format: 'google', confidence: 0.9 },
      { format: 'play', confidence: 0.9 },
    ];
    files.looked = (_, how) => preview({ format: how.format, candidates: two, rows: [] });
    await intake.look('/deux.csv');
    expect([intake.mapping, intake.ready, intake.formats]).toEqual([
      null,
      false,
      ['google', 'play'],
    ]);
    await intake.readAs('play');
    expect(intake.ready).toBe(true);
  });

  it('named for such a file before is told as such', async () => {
    files.looked = () => preview({ format: 'mapped' });
    await intake.look('/enquete.csv');
    expect(intake.remembered).toBe(true);
    await intake.readAs('mapped');
    expect(intake.remembered).toBe(false);
  });
});

it('proposes columns by their names, each once, and no date of a reply', () => {
  expect(
    proposed(
      columns(
        'ID',
        'Date de réponse',
        'Date de l’avis',
        'Un commentaire',
        'Note',
        'Réponse',
        'Avis',
      ),
    ),
  ).toEqual({
    text: 'Un commentaire',
    date: 'Date de l’avis',
    sentiment: 'Note',
    id: 'ID',
    reply: 'Réponse',
  });
  expect(proposed(columns('x', 'y'))).toEqual({});
  expect(followed(preview().columns, ['text'])).toEqual({ text: 'Verbatim' });
});

describe('an import', () => {
  const refused = (code: string) => async () => {
    throw { code, message: 'Message.', hint: 'Suite.' };
  };

  it('is followed, and stopped without an alarm; the file stays shown', async () => {
    await intake.look('/avis/jdma.xlsx');
    let end: (reason: unknown) => void = () => {};
    files.imported = () => new Promise((_, fail) => (end = fail));
    const coming = intake.import();
    intake.hear({ read: 500, share: 0.5, left_s: 3, finish_at: '' });
    expect([intake.importing, intake.progress!.read]).toEqual([true, 500]);
    await intake.stop();
    end({ code: 'import_stopped', message: 'Arrêté.', hint: 'Rien n’a été gardé.' });
    expect(await coming).toBeNull();
    expect(taken()).toContain('StopImport');
    expect([messages.alerts, intake.importing, intake.progress, changed]).toEqual([
      [],
      false,
      null,
      [],
    ]);
    expect(messages.notice!.text).toContain('Rien n’a été gardé.');
    expect(intake.ready).toBe(true);
    intake.hear({ read: 900, share: 0.9, left_s: 0, finish_at: '' });
    expect(intake.progress).toBeNull();
  });

  it('that fails is shown, and the file stays', async () => {
    await intake.look('/avis/jdma.xlsx');
    files.imported = refused('profile_full');
    expect(await intake.import()).toBeNull();
    expect(messages.alerts.map((a) => a.code)).toEqual(['profile_full']);
    expect(intake.ready).toBe(true);
  });

  it('is undone from its notice, once what is typed is kept', async () => {
    await intake.look('/avis/jdma.xlsx');
    await intake.import();
    kept = false;
    await messages.notice!.undo!();
    expect(taken()).toHaveLength(1);
    kept = true;
    expect(await intake.undo(7)).toBe(true);
    expect(taken().at(-1)).toBe('UndoImport 7');
    expect([intake.undone, changed]).toEqual([true, [false, true]]);
  });

  it('that changed nothing has nothing to undo', async () => {
    await intake.look('/avis/jdma.xlsx');
    files.imported = async () => report({ added: 0, rejected: 0, duplicates: 3 });
    await intake.import();
    expect([messages.notice!.undo, messages.notice!.offer]).toEqual([null, null]);
  });

  it('offers the rows that it left aside', async () => {
    await intake.look('/avis/jdma.xlsx');
    await intake.import();
    expect(messages.notice!.offer!.text).toBe('Voir ces lignes');
    await messages.accept();
    expect(asides).toEqual([7]);
  });

  it('that may not be undone says why, and stays', async () => {
    await intake.look('/avis/jdma.xlsx');
    await intake.import();
    files.refuse = { code: 'batch_answered', message: 'Une réponse.', hint: 'Écartez.' };
    expect(await intake.undo(7)).toBe(false);
    expect(messages.alerts.map((a) => a.message)).toEqual(['Une réponse.']);
    expect([intake.undone, changed]).toEqual([false, [false]]);
  });
});

describe('the rows left aside', () => {
  let aside: Quarantine;

  beforeEach(() => {
    const note = <T>(name: string, value: T): T => (calls.push(name), value);
    files.batches = [batch({ waiting: 3 })];
    files.waiting = [waitingRow(1), waitingRow(2), waitingRow(3, { batch: 8 })];
    aside = new Quarantine(files.calls(note) as never, messages);
  });

  const shown = () => aside.rows.map((row) => row.id);

  it('come page after page, of all imports or of one', async () => {
    await aside.read();
    expect([aside.page!.waiting, shown()]).toEqual([3, []]);
    await aside.show(0);
    expect(shown()).toEqual([1, 2]);
    await aside.more();
    expect([shown(), aside.next]).toEqual([[1, 2, 3], 0]);
    await aside.show(8);
    expect(shown()).toEqual([3]);
  });

  it('are mended one by one; the next one is then at hand', async () => {
    await aside.show(0);
    aside.turn(aside.rows[0]!);
    expect(aside.text).toBe('hier,Texte 1');
    aside.text = '2026-03-01,Texte 1';
    expect(await aside.retake()).toEqual(waitingRow(2));
    expect(calls).toContain('Retake 1 2026-03-01,Texte 1');
    expect([shown(), aside.mending]).toEqual([[2], null]);
    expect(messages.notice!.text).toBe('Ligne 2 reprise. Il en reste 2.');
    files.waiting = [waitingRow(1), ...files.waiting];
    await messages.undo();
    expect(calls).toContain('UndoImport 7');
    expect(shown()).toEqual([1, 2]);
  });

  it('that still give no review stay, with the reason and the text typed', async () => {
    await aside.show(0);
    aside.turn(aside.rows[0]!);
    aside.text = 'demain,Texte 1';
    expect(await aside.retake()).toBe(false);
    expect(aside.refused!.hint).toContain('date');
    expect([aside.mending, aside.text, shown()]).toEqual([1, 'demain,Texte 1', [1, 2]]);
    expect(messages.alerts).toEqual([]);
  });

  it('are discarded and taken back, with what was typed', async () => {
    await aside.show(0);
    aside.turn(aside.rows[0]!);
    aside.text = 'à moitié corrigée';
    expect(await aside.discard()).toEqual(waitingRow(2));
    expect(calls).toContain('DiscardRow 1');
    expect([shown(), aside.mending]).toEqual([[2], null]);
    expect(messages.notice!.text).toBe('Ligne 2 écartée. Il en reste 2.');
    await messages.undo();
    expect(calls).toContain('RestoreRows 1');
    expect(shown()).toEqual([1, 2]);
    aside.turn(aside.rows[0]!);
    expect(aside.text).toBe('à moitié corrigée');
  });

  it('of one import are discarded together; undo brings them back in sight', async () => {
    await aside.show(7);
    await aside.discardAll();
    expect(calls).toContain('DiscardRows 7');
    expect(messages.notice!.text).toBe('2\u00a0lignes écartées.');
    expect([aside.batch, shown()]).toEqual([0, [3]]);
    await messages.undo();
    expect(calls).toContain('RestoreRows 1,2');
    expect([aside.batch, shown()]).toEqual([7, [1, 2]]);
  });

  it('that cannot be discarded stay, and say why', async () => {
    await aside.show(0);
    aside.turn(aside.rows[0]!);
    files.refuse = { code: 'profile_busy', message: 'Occupé.', hint: '' };
    expect(await aside.discard()).toBe(false);
    expect([aside.refused!.message, shown()]).toEqual(['Occupé.', [1, 2]]);
  });

  it('keep what was typed while another is looked at, and are never sent empty', async () => {
    await aside.show(0);
    aside.turn(aside.rows[0]!);
    aside.text = 'à moitié corrigée';
    aside.turn(aside.rows[1]!);
    expect(aside.text).toBe('hier,Texte 2');
    aside.turn(aside.rows[0]!);
    expect(aside.text).toBe('à moitié corrigée');
    aside.text = ' ';
    expect(await aside.retake()).toBe(false);
    expect(aside.refused!.message).toContain('vide');
    expect(calls.filter((call) => call.startsWith('Retake'))).toEqual([]);
  });

  it('are tried all at once, and counted again', async () => {
    await aside.read();
    await aside.show(0);
    files.waiting = [waitingRow(3)];
    await aside.retakeAll();
    expect(messages.notice!.text).toBe('3\u00a0lignes essayées, 1\u00a0reprise.');
    expect(shown()).toEqual([3]);
  });

  it('are not drawn anew under the row being mended', async () => {
    await aside.read();
    await aside.show(0);
    aside.turn(aside.rows[1]!);
    files.waiting = [];
    await aside.read();
    expect([shown(), aside.mending]).toEqual([[1, 2], 2]);
  });
});
