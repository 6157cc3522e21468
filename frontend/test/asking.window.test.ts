// The assistant and the sheets in the window, with keys alone.
import { beforeEach, describe, expect, it } from 'vitest';
import { reply } from './invented.ts';
import { answer, hit, source, withSheets } from './asked.ts';
import { at, click, fake, labelled, pass, press, show, type } from './shown.ts';

const held = () => document.activeElement as HTMLElement;

describe('the assistant', () => {
  beforeEach(() => show(withSheets));

  async function ask(question: string) {
    await press('q');
    expect(held()).toBe(at('ask-question'));
    await type('ask-question', question);
    await press('Enter');
    await pass(10);
  }

  it('answers with its sheets; one opens beside it and Escape closes it', async () => {
    await ask('Combien\u202f?');
    labelled();
    expect(at('answer').getAttribute('aria-busy')).toBe('false');
    expect(at('statement-0').textContent).toContain('3,20');
    expect(at('source-0-0').textContent).toContain('14 octobre 2020');
    await click('source-0-0');
    expect(held()).toBe(at('sheet'));
    expect(at('sheet-date').textContent).toContain('14 octobre 2020');
    expect(at('sheet-cited').querySelector('mark')!.textContent).toContain('3,20');
    expect(at('source-0-0').getAttribute('aria-expanded')).toBe('true');
    expect(at('sheet').querySelector('a')).toBeNull();
    labelled();
    await click('sheet-copy-url');
    expect(fake.copied).toBe('https://mairie.example/cantine');
    at('sheet').focus();
    await press('Escape');
    expect(at('sheet')).toBeNull();
    expect(held()).toBe(at('source-0-0'));
  });

  it('says why it abstains, what comes near, and how much was removed', async () => {
    const reason = 'Aucune fiche ne couvre cette question.';
    const near = { answer: [], abstained: true, reason, near: [hit()], removed: 2 };
    fake.backend.Ask = async () => answer(1, near);
    await ask('Où garer un drone\u202f?');
    expect(at('abstained').textContent).toContain(reason);
    expect(at('near-0').textContent).toContain('Cantine scolaire');
    expect(at('removed').textContent).toContain('2\u00a0phrases du modèle retirées');
    expect(at('ask-copy')).toBeNull();
  });

  it('stops with Escape while a model writes', async () => {
    fake.backend.Ask = () => new Promise(() => {});
    await ask('Combien\u202f?');
    expect(at('ask-run').textContent).toContain('Arrêter');
    expect(at('answer').getAttribute('aria-busy')).toBe('true');
    await press('Escape');
    expect(fake.calls).toContain('Stop 0');
  });

  it('begins a line with Shift and never validates the review behind it', async () => {
    await press('q');
    await type('ask-question', 'Combien\u202f?');
    await press('Enter', { shiftKey: true });
    expect(fake.calls.join()).not.toContain('Ask');
    await press('Enter', { ctrlKey: true });
    await pass(10);
    expect(fake.calls).toContain('Ask Combien\u202f? 0');
    expect(fake.calls.join()).not.toContain('Validate');
  });

  it('puts the history away at once, and brings it back', async () => {
    await ask('Combien\u202f?');
    await click('ask-forget');
    expect(at('asked-1')).toBeNull();
    expect(held().getAttribute('aria-labelledby')).toBe('asked-before');
    await press('z');
    expect(at('asked-1')).not.toBeNull();
    await pass(60_000);
    expect(fake.calls).not.toContain('ForgetAnswers');
  });

  it('erases it once the notice has gone, or before another question', async () => {
    await ask('Combien\u202f?');
    await click('ask-forget');
    await pass(20_000);
    expect(fake.calls).toContain('ForgetAnswers');
    expect(at('asked-1')).toBeNull();
    await ask('Quand\u202f?');
    await click('ask-forget');
    const before = fake.calls.length;
    await ask('Où\u202f?');
    const since = fake.calls.slice(before);
    expect(since.findIndex((call) => call.startsWith('ForgetAnswers'))).toBeLessThan(
      since.findIndex((call) => call.startsWith('Ask')),
    );
    expect(since).toContain('ForgetAnswers');
  });
});

describe('the sheets', () => {
  beforeEach(async () => {
    await show(withSheets);
    await press('s');
    await pass(10);
  });

  it('are searched, with words for how near each comes, and read', async () => {
    expect(held()).toBe(at('sheets-question'));
    await type('sheets-question', 'cantine');
    at('sheets-search').click();
    await pass(10);
    expect(at('hit-0').textContent).toContain('porte sur la question');
    expect(at('hit-1').textContent).toContain('s’en approche');
    await click('hit-open-0');
    await pass(10);
    expect(held()).toBe(at('sheet'));
    labelled();
  });

  it('tell their packs, what is missing and what changed', async () => {
    expect(at('pack-mairie').textContent).toContain('licence non précisée');
    expect(at('pack-mairie').textContent).toContain('1\u00a0document non lu');
    expect(at('missing-7').textContent).toContain('posée 3\u00a0fois');
    expect(at('alert-5').textContent).toContain('Le passage cité n’y est plus.');
    expect(at('alert-5').textContent).toContain('du 14 octobre 2020 au 1er septembre 2026');
    await click('missing-close-7');
    expect(at('missing-7')).toBeNull();
    await click('alert-see-5');
    expect(at('alert-5')).toBeNull();
    expect(fake.calls).toEqual(expect.arrayContaining(['CloseMissing 7', 'SeeAlert 5']));
    labelled();
  });

  it('lead to the reviews that ask or cite', async () => {
    await click('missing-review-2');
    await pass(10);
    expect(at('review').dataset.id).toBe('2');
    expect(held().id).toBe('review');
  });
});

it('a source of a draft opens where the review stood, and goes with it', async () => {
  await show((f) => {
    withSheets(f);
    f.write(1, { ...reply(1, 'Brouillon.'), sources: [source()] });
  });
  await click('cited-0');
  expect(at('sheet-date').textContent).toContain('14 octobre 2020');
  expect(at('review')).toBeNull();
  await press('Escape');
  expect(at('review').dataset.id).toBe('1');
  expect(held().id).toBe('review');
  await click('cited-0');
  await press('j');
  await pass(10);
  expect(at('sheet')).toBeNull();
  expect(at('review').dataset.id).toBe('2');
});
