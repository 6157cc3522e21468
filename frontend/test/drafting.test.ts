import { describe, expect, it, vi } from 'vitest';
import { run } from '../src/lib/commands.ts';
import type { Desk } from '../src/lib/desk.svelte.ts';
import { draft, firstRun, stop } from '../src/lib/drafting.ts';
import { openDesk, settle, type Fake } from './fake.ts';
import { reply } from './invented.ts';

let fake: Fake;
let desk: Desk;

async function open(prepare?: (fake: Fake) => void, ids?: number[]) {
  ({ fake, desk } = await openDesk(prepare, ids));
}

const acts = () => fake.calls.filter((call) => !/^(Queue|Open)/.test(call));
const codes = () => desk.messages.alerts.map((alert) => alert.code);

describe('drafts', () => {
  const written = () => fake.write(1, reply(1, 'Merci beaucoup.', 'trame'));

  it('is told of while it is written, seldom enough to read something else', async () => {
    vi.useFakeTimers();
    await open();
    await run(desk, 'draft');
    const heard: string[] = [];
    for (let seq = 1; seq <= 250; seq++) {
      vi.advanceTimersByTime(100);
      fake.emit({ seq, body: 'Merci. '.repeat(seq) });
      if (heard.at(-1) !== desk.messages.spoken) heard.push(desk.messages.spoken);
    }
    expect(heard).toEqual([
      'Le brouillon commence.',
      'Le brouillon s’écrit\u00a0: 100\u00a0phrases.',
      'Le brouillon s’écrit\u00a0: 200\u00a0phrases.',
    ]);
  });

  it('streams, ends by reading the review again, and may be edited', async () => {
    await open();
    await draft(desk);
    expect(acts()).toEqual(['Draft 1 trame']);
    expect(desk.may('edit')).toBe(false);
    fake.emit({ seq: 1, body: 'Merci' });
    expect(desk.stream.body).toBe('Merci');
    written();
    fake.move(1, 'drafted');
    fake.emit({ seq: 2, body: 'Merci beaucoup.', state: 'done' });
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.stream.writing).toBe(false);
    expect(desk.editor.text.body).toBe('Merci beaucoup.');
    expect(desk.may('edit')).toBe(true);
  });

  it('ends even when the end was never heard', async () => {
    await open();
    await draft(desk);
    written();
    fake.move(1, 'drafted');
    fake.changed();
    await vi.advanceTimersByTimeAsync(300);
    expect(desk.stream.writing).toBe(false);
    expect(desk.editor.text.body).toBe('Merci beaucoup.');
  });

  it('shows why a draft failed', async () => {
    await open();
    await draft(desk);
    fake.move(1, 'new');
    fake.emit({
      state: 'failed',
      error: { code: 'no_server', message: 'Pas de modèle.', hint: 'Trame.' },
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(codes()).toEqual(['no_server']);
    expect(desk.stream.writing).toBe(false);
  });

  it('offers trame where a model failed, and never takes it unasked', async () => {
    await open();
    await draft(desk, 'ollama');
    fake.move(1, 'new');
    const error = { code: 'no_server', message: 'Pas de modèle.', hint: '' };
    fake.emit({ state: 'failed', error });
    await vi.advanceTimersByTimeAsync(0);
    expect(acts()).toEqual(['Draft 1 ollama']);
    await desk.messages.take(desk.messages.alerts[0]!);
    expect(acts()).toEqual(['Draft 1 ollama', 'Draft 1 trame']);
    expect(codes()).toEqual([]);
  });

  it('has nothing to offer where trame itself failed', async () => {
    await open();
    await draft(desk, 'trame');
    fake.move(1, 'new');
    fake.emit({ state: 'failed', error: { code: 'disk_full', message: 'Plein.', hint: '' } });
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.messages.alerts[0]!.offer).toBeNull();
  });

  it('keeps what is being typed before the window closes', async () => {
    await open();
    desk.editor.write('body', 'Je finis ma');
    fake.closing();
    await vi.advanceTimersByTimeAsync(0);
    expect(fake.saves.map((save) => save.body)).toEqual(['Je finis ma']);
    expect(acts().at(-1)).toBe('Flushed true');
  });

  it('says so when what is being typed cannot be kept', async () => {
    await open();
    fake.refuse = { code: 'conflict', message: 'Cet avis a changé.', hint: '' };
    desk.editor.write('body', 'Je finis ma');
    fake.closing();
    await vi.advanceTimersByTimeAsync(0);
    expect(acts().at(-1)).toBe('Flushed false');
  });

  it('follows the draft of a review that is opened in the middle of it', async () => {
    await open((f) => f.states.set(2, 'drafting'));
    await desk.open(2);
    fake.emit({ id: 2, run: '9', seq: 30, body: 'Nous avons' });
    expect(desk.stream.body).toBe('Nous avons');
    await desk.open(3);
    fake.emit({ id: 2, run: '9', seq: 31, body: 'Nous avons lu' });
    expect(desk.stream.writing).toBe(false);
    expect(desk.editor.text.body).toBe('');
  });

  it('stops on Escape', async () => {
    await open();
    await draft(desk);
    await run(desk, 'escape');
    await stop(desk);
    expect(acts()).toEqual(['Draft 1 trame', 'Stop 1', 'Stop 1']);
  });

  it('keeps the agent’s words before it drafts again', async () => {
    await open();
    desk.editor.write('body', 'À moi');
    await draft(desk);
    expect(acts()).toEqual(['Save 1', 'Draft 1 trame']);
  });
});

it('leads from nothing to a draft: names, sample, first review, trame', async () => {
  await open(undefined, []);
  expect(desk.empty).toBe(true);
  await firstRun(desk, () => desk.intake.sample());
  await settle();
  expect(desk.empty).toBe(false);
  expect(fake.calls).toEqual(['ImportSample', 'Queue todo', 'Open 1', 'Draft 1 trame']);
});
