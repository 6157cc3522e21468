// The screen of files and the first run, with their keys, over the fake
// backend.
import { describe, expect, it } from 'vitest';
import { batch, preview, report, unknown, waitingRow } from './files.ts';
import { at, click, fake, labelled, pass, press, show, type } from './shown.ts';

const acts = () => fake.calls.filter((call) => /Import|LookAt|Retake|Draft|Quarantine/.test(call));

async function exchange(prepare: Parameters<typeof show>[0] = () => {}, ids = [1, 2, 3]) {
  await show(prepare, ids);
  await press('i');
}

describe('a file that comes in', () => {
  it('is typed, shown, imported and undone without the mouse', async () => {
    await exchange();
    await type('import-path', '/avis/jdma.xlsx');
    at<HTMLInputElement>('import-path').form!.requestSubmit();
    await pass();
    expect(document.activeElement).toBe(at('import-run'));
    expect(at('import-read').textContent).toContain('Je donne mon avis, reconnu à 100');
    expect(at('import-foreseen').textContent).toContain('2\u00a0nouveaux avis, 1\u00a0ligne mise');
    expect(at('import-rows').textContent).toContain('Ligne 3, mise de côté\u00a0: date illisible');
    expect(at('import-rows').textContent).toContain('déjà répondu');
    labelled();
    await click('import-run');
    expect(document.activeElement).toBe(at('import-open'));
    expect(at('import-result').textContent).toContain('2\u00a0avis ajoutés');
    await click('import-undo');
    expect(at('import-result').textContent).toContain('annulé');
    expect(document.activeElement).toBe(at('import-path'));
    expect(acts().slice(1)).toEqual(['ImportFile /avis/jdma.xlsx  {}', 'UndoImport 7']);
  });

  it('is shown when the field is left, the focus where the agent goes', async () => {
    await exchange();
    await type('import-path', '/avis/jdma.xlsx');
    at('import-look').focus();
    at('import-path').dispatchEvent(new Event('change', { bubbles: true }));
    await pass();
    expect(at('import-preview')).not.toBeNull();
    expect(document.activeElement).toBe(at('import-look'));
  });

  it('of no known format asks for its columns, the first of them at hand', async () => {
    await exchange((f) => {
      f.files.looked = (_, how) =>
        how.mapping.text ? preview({ format: 'mapped' }) : unknown('Jour', 'Propos');
    });
    await click('import-choose');
    expect(document.activeElement).toBe(at('map-text'));
    expect(at<HTMLButtonElement>('import-run').disabled).toBe(true);
    labelled();
    for (const [field, column] of [
      ['text', 'Propos'],
      ['date', 'Jour'],
    ]) {
      const select = at<HTMLSelectElement>(`map-${field}`);
      select.value = column!;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await pass();
    }
    expect(at<HTMLButtonElement>('import-run').disabled).toBe(false);
  });

  it('is followed with its end in clock time, and stopped', async () => {
    await exchange();
    await click('import-choose');
    let end: (reason: unknown) => void = () => {};
    fake.files.imported = () => new Promise((_, fail) => (end = fail));
    await click('import-run');
    expect(document.activeElement).toBe(at('import-stop'));
    const finish = new Date(2026, 10, 24, 14, 5).toISOString();
    fake.tell('import', { read: 12_500, share: 0.37, left_s: 8, finish_at: finish });
    await pass();
    expect(at('import-step').textContent!.replace(/\s/g, ' ')).toBe(
      '12 500 lignes lues · 37 % · encore 8 s · fin vers 14 h 05',
    );
    fake.tell('import', { read: 33_000, share: 1, left_s: 0, finish_at: '' });
    await pass();
    expect(at('import-step').textContent).toContain('mise en ordre');
    labelled();
    await click('import-stop');
    end({ code: 'import_stopped', message: 'Arrêté.', hint: 'Rien n’a été gardé.' });
    await pass();
    expect(document.activeElement).toBe(at('import-run'));
    expect(at('notice').textContent).toContain('Rien n’a été gardé.');
  });

  it('may be dropped on any screen', async () => {
    await show();
    fake.files.drop(['/avis/jdma.xlsx']);
    await pass();
    expect(at('exchange')).not.toBeNull();
    expect(document.activeElement).toBe(at('import-preview'));
  });
});

describe('the imports of before', () => {
  const two = [
    batch({ batch: 8, added: 0, duplicates: 3, rejected: 0 }),
    batch({ waiting: 1 }),
    batch({ batch: 6, undone_at: '2026-11-24T10:00:00Z' }),
  ];

  it('are undone where they stand, but not twice, nor where nothing changed', async () => {
    await exchange((f) => (f.files.batches = two));
    expect(at('batch-8-undo')).toBeNull();
    expect(at('batch-6-undo')).toBeNull();
    expect(at('batch-6').textContent).toContain('annulé');
    labelled();
    await click('batch-7-undo');
    expect(acts().at(-1)).toBe('UndoImport 7');
    expect(document.activeElement?.id).toBe('batches');
  });

  it('say why they may not be undone, the focus where it was', async () => {
    await exchange((f) => {
      f.files.batches = two;
      f.files.refuse = { code: 'batch_answered', message: 'Une réponse en dépend.', hint: '' };
    });
    await click('batch-7-undo');
    expect(at('alerts').textContent).toContain('Une réponse en dépend.');
    expect(document.activeElement).toBe(at('batch-7-undo'));
  });
});

describe('the rows left aside', () => {
  const rows = [1, 2, 3].map((id) => waitingRow(id));

  async function aside() {
    await exchange((f) => {
      f.files.batches = [batch({ waiting: 3 })];
      f.files.waiting = rows;
    });
    await click('batch-7-rows');
  }

  it('are read, mended and taken by keys alone', async () => {
    await aside();
    expect(at('quarantine-count').textContent).toContain('3\u00a0lignes attendent');
    await click('row-1');
    expect(document.activeElement).toBe(at('row-text'));
    labelled();
    await press('Enter', { ctrlKey: true });
    expect(at('row-why').textContent).toContain('Motif');
    expect(document.activeElement).toBe(at('row-text'));
    await type('row-text', '2026-03-01,Texte 1');
    await press('Enter', { ctrlKey: true });
    expect(document.activeElement).toBe(at('row-2'));
    expect(at('row-1')).toBeNull();
    expect(at('notice').textContent).toContain('Ligne 2 reprise');
    expect(fake.states.get(1)).toBe('new');
  });

  it('are left with Escape, and the next ones come behind them', async () => {
    await aside();
    await click('row-2');
    await press('Escape');
    expect(at('row-text')).toBeNull();
    expect(document.activeElement).toBe(at('row-2'));
    await click('quarantine-more');
    expect(document.activeElement).toBe(at('row-3'));
    expect(at('quarantine-more')).toBeNull();
  });

  it('are discarded with the focus on the next, and brought back by undo', async () => {
    await aside();
    await click('row-1');
    await click('row-discard');
    expect(document.activeElement).toBe(at('row-2'));
    expect(at('row-1')).toBeNull();
    expect(at('notice').textContent).toContain('Ligne 2 écartée');
    await press('z');
    expect(at('row-1')).not.toBeNull();
    labelled();
  });

  it('go out of sight when the last is taken', async () => {
    await exchange((f) => (f.files.waiting = [rows[0]!]));
    await click('quarantine-show');
    await click('row-1');
    await type('row-text', '2026-03-01,Texte');
    await click('row-retake');
    expect(document.activeElement?.id).toBe('quarantine');
    expect(at('quarantine-rows')).toBeNull();
    expect(at('quarantine-count').textContent).toContain('Aucune ligne');
  });
});

describe('the first run', () => {
  it('leads from a file of the agent’s own to a draft in three clicks', async () => {
    await show(() => {}, []);
    fake.files.imported = async () => {
      [1, 2].forEach((id) => fake.add(id));
      return report();
    };
    await type('first-service', 'Mairie');
    await click('import-choose');
    expect(at('first-run')).not.toBeNull();
    expect(document.activeElement).toBe(at('import-run'));
    await click('import-run');
    await pass(300);
    expect(acts().slice(1)).toEqual(['ImportFile /avis/jdma.xlsx  {}', 'Draft 1 trame']);
    expect(fake.calls).toContain('Set service.name=Mairie');
    expect(at('stop')).not.toBeNull();
  });

  it('says once, quietly, that a model may be added later', async () => {
    await show(() => {}, []);
    expect(at('first-model').textContent).toContain('plus tard');
    expect(at('alerts').textContent!.trim()).toBe('');
    labelled();
  });

  it('shows a file dropped on it in place', async () => {
    await show(() => {}, []);
    fake.files.drop(['/avis/jdma.xlsx']);
    await pass();
    expect(at('first-run').contains(at('import-preview'))).toBe(true);
  });

  it('that brought nothing in says so and stays', async () => {
    await show(() => {}, []);
    fake.files.imported = async () => report({ added: 0, rejected: 3 });
    await click('import-choose');
    await click('import-run');
    await pass(300);
    expect(at('first-run')).not.toBeNull();
    expect(at('import-aside').textContent).toContain('3\u00a0lignes');
    expect(acts().some((call) => call.startsWith('Draft'))).toBe(false);
  });
});
