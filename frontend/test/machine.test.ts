// The Modèles and Rédaction screens, with their keys, over the fake backend.
import { describe, expect, it } from 'vitest';
import { Fake } from './fake.ts';
import { reply } from './invented.ts';
import { model, modelEvent, modelPage, task, taskPage } from './machine.ts';
import { at, click, fake, labelled, pass, press, show } from './shown.ts';

const acts = () => fake.calls.filter((call) => /Model|Task|Enqueue|Set/.test(call));

describe('the models', () => {
  const two = () => modelPage([model({ name: 'petit', chosen: true }), model({ name: 'grand' })]);

  async function models(page = two()) {
    await show((f) => (f.models = page));
    await press('m');
  }

  it.each([
    ['absent', { present: false }, [], 'make runtime'],
    ['empty', {}, [], 'GGUF'],
    ['ready', {}, [model()], 'premier brouillon'],
    ['running', { running: true }, [model()], 'tourne'],
    ['otherRunning', { bundled: false, running: true }, [model()], 'Un autre serveur'],
    ['otherSilent', { bundled: false }, [], 'ne répond pas'],
  ])('say in a sentence that the server is %s', async (state, runtime, list, words) => {
    const page = modelPage(list);
    await models({ ...page, runtime: { ...page.runtime, ...runtime } });
    expect(at('runtime').dataset.state).toBe(state);
    expect(at('models').textContent).toContain(words);
  });

  it.each([
    ['trame', 'La trame écrit les brouillons en attendant.', false],
    ['ollama', 'aucun brouillon ne s’écrit', true],
  ] as const)('say who writes meanwhile: %s', async (writer, words, offered) => {
    await show((f) => {
      const status = f.status.bind(f);
      f.status = () => ({ ...status(), writer });
    });
    await press('m');
    expect(at('runtime').textContent).toContain(words);
    expect(at('trame-writes') !== null).toBe(offered);
    if (!offered) return;
    at('trame-writes').focus();
    fake.status = Fake.prototype.status;
    await click('trame-writes');
    expect(document.activeElement?.id).toBe('models');
    expect(acts()).toEqual(['Set writer=trame']);
  });

  it('show the server’s figures while it runs, and none that is unknown', async () => {
    const page = two();
    const figures = { running: true, version: '0.17.4', model: 'petit', memory: 1.2e9 };
    await models({ ...page, runtime: { ...page.runtime, ...figures } });
    const shown = [...document.querySelectorAll('dd')].map((d) => d.textContent!.trim());
    expect(shown).toEqual(['0.17.4', 'petit', '1,2\u00a0Go']);
  });

  it('are imported with progress, a Stop under the focus, and words at the end', async () => {
    await models();
    await click('model-import');
    expect(document.activeElement).toBe(at('model-stop'));
    fake.tell('model', modelEvent({ step: 'copy', done: 1e9, total: 4e9, left_s: 30 }));
    await pass();
    expect(at('model-step').textContent).toBe(
      'Copie du fichier · 25\u00a0% · 1\u00a0Go sur 4\u00a0Go · encore 30\u00a0s',
    );
    fake.tell('model', modelEvent({ step: 'un_jour', total: 0 }));
    await pass();
    expect(at('model-step').textContent).toBe('Travail en cours');
    labelled();
    await click('model-stop');
    fake.tell('model', modelEvent({ state: 'stopped' }));
    await pass();
    expect(acts()).toEqual(['ImportModel /media/cle/petit.gguf', 'StopModel']);
    expect(at('notice').textContent).toContain('arrêté');
    expect(document.activeElement?.id).toBe('models');
  });

  it('are put away at once, brought back, and removed when the notice goes', async () => {
    await models();
    await click('model-grand-remove');
    expect(at('model-grand')).toBeNull();
    expect(document.activeElement?.id).toBe('models');
    await press('z');
    expect(at('model-grand')).not.toBeNull();
    await pass(60_000);
    expect(acts()).toEqual([]);
    await click('model-grand-remove');
    fake.models = modelPage([model()]);
    await pass(20_000);
    expect(acts()).toEqual(['RemoveModel grand']);
    expect(at('model-grand')).toBeNull();
  });

  it('are removed before the window closes', async () => {
    await models();
    await click('model-grand-remove');
    fake.tell('closing', {});
    await pass();
    expect(fake.calls.indexOf('RemoveModel grand')).toBeGreaterThan(-1);
    expect(fake.calls.indexOf('RemoveModel grand')).toBeLessThan(
      fake.calls.findIndex((call) => call.startsWith('Flushed')),
    );
  });

  it('that only read for the sheets are not offered as writers', async () => {
    await models(modelPage([model({ name: 'vecteurs', embeds: true })]));
    expect(at('model-vecteurs').textContent).toContain('classer les fiches');
    expect(at('model-vecteurs-choose')).toBeNull();
    expect(at('model-vecteurs-measure')).toBeNull();
    expect(at('model-vecteurs-remove')).not.toBeNull();
  });

  it('are chosen, and offered as the writer while trame writes', async () => {
    await models();
    await click('model-grand-choose');
    await click('model-writes');
    expect(acts()).toEqual(['Set ollama.model=grand', 'Set writer=ollama']);
  });

  it('of another server are neither imported nor removed here', async () => {
    const page = two();
    await models({ ...page, runtime: { ...page.runtime, bundled: false, running: true } });
    expect(at('model-import')).toBeNull();
    expect(at('model-grand-remove')).toBeNull();
    expect(at('model-grand-measure')).not.toBeNull();
  });

  it('advise with words for what fits and what is best', async () => {
    await models();
    await click('advise');
    expect(at('machine').textContent).toContain('8\u00a0Go de mémoire, dont 5\u00a0Go libres');
    const rows = [...at('candidates').querySelectorAll('tbody tr')].map((row) => row.textContent!);
    expect(rows[0]).toContain('Conseillé');
    expect(rows[0]).toContain('Tient en mémoire');
    expect(rows[1]).toContain('Trop grand');
    expect(rows[1]).not.toContain('Conseillé');
    labelled();
  });
});

describe('the queue of drafts', () => {
  const three = () => taskPage([task(2), task(3)], { running: task(1, { state: 'running' }) });

  it('is filled from the footer, and paused where it was filled', async () => {
    await show();
    await click('tasks-all');
    fake.tell('tasks', three());
    await pass();
    expect(at('tasks-open').textContent).toContain('2\u00a0brouillons en attente');
    expect(document.activeElement).not.toBe(document.body);
    await click('tasks-turn');
    fake.tell('tasks', { ...three(), paused: 'agent' });
    await pass();
    expect(document.activeElement).toBe(at('tasks-turn'));
    expect(at('tasks-turn').textContent).toContain('Reprendre');
    await press('p');
    expect(acts()).toEqual(['EnqueueNew', 'PauseTasks', 'ResumeTasks false']);
  });

  it('corrects the time of its end while a draft lasts', async () => {
    const end = (hour: number) => ({ finish_at: new Date(2030, 0, 2, hour, 5).toISOString() });
    const running = task(1, { state: 'running' });
    await show((f) => (f.tasks = taskPage([task(2)], { running, ...end(8) })));
    expect(at('tasks-open').textContent).toContain('8\u00a0h\u00a005');
    fake.tasks = taskPage([task(2)], { running, ...end(9) });
    await pass(30_000);
    expect(at('tasks-open').textContent).toContain('9\u00a0h\u00a005');
  });

  it('asks on the battery, and goes on there when told to', async () => {
    await show((f) => (f.tasks = taskPage([task(2)], { paused: 'battery' })));
    expect(at('tasks-open').textContent).toContain('Sur batterie');
    await click('tasks-turn');
    expect(acts()).toEqual(['ResumeTasks true']);
  });

  it('is listed, put in order, and opens its reviews', async () => {
    const failing = [task(3, { state: 'failed', reason: 'model_stream_cut', tries: 3 })];
    const running = task(9, { state: 'running' });
    const page = taskPage([task(1), task(2)], { waiting: 60, running, failed: 1, failing });
    await show((f) => (f.tasks = page));
    await press('d');
    expect(at('drafting').textContent).toContain('et 58\u00a0autres');
    expect(at('task-3').textContent).toContain('interrompu');
    expect(at('first-1')).toBeNull();
    labelled();
    await click('first-2');
    await click('again-3');
    await click('drop-9');
    expect(acts()).toEqual(['FirstTask 2', 'FirstTask 3', 'DropTask 9']);
    at('task-2').querySelector('button')!.click();
    await pass();
    expect(at('review').dataset.id).toBe('2');
  });

  it('keeps the focus when the row under it goes', async () => {
    await show((f) => (f.tasks = three()));
    await press('d');
    at('drop-2').focus();
    fake.tell('tasks', taskPage([task(3)]));
    await pass();
    expect(document.activeElement?.contains(at('drop-3'))).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
  });

  it('lets no machine answer an urgent review again', async () => {
    const failing = [task(3, { state: 'failed', reason: 'urgent' })];
    await show((f) => (f.tasks = taskPage([], { failed: 1, failing })));
    await press('d');
    expect(at('task-3').textContent).toContain('une personne');
    expect(at('again-3')).toBeNull();
  });

  it('shows the place of the review on screen, and lets it go first', async () => {
    await show((f) => (f.tasks = taskPage([task(2), task(1)])));
    expect(at('task-place').textContent).toContain('n°\u00a02');
    await click('draft-first');
    expect(document.activeElement).toBe(at('draft'));
    await press('f');
    expect(acts()).toEqual(['FirstTask 1', 'FirstTask 1']);
  });

  it('draws the machine’s draft of the review on screen, with its Stop', async () => {
    await show();
    fake.emit({ run: '40', seq: 1, body: 'Nous avons lu' });
    await pass();
    expect(at('stop')).not.toBeNull();
    fake.write(1, reply(1, 'Nous avons lu.', 'ollama'));
    await press('Escape');
    expect(fake.calls).toContain('Stop 1');
  });
});
