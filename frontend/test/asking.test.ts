import { beforeEach, describe, expect, it } from 'vitest';
import { Assistant } from '../src/lib/assistant.svelte.ts';
import type { Backend } from '../src/lib/backend.ts';
import { around, sectionOf, stale, withSources } from '../src/lib/citing.ts';
import { Messages } from '../src/lib/messages.svelte.ts';
import { Sheets } from '../src/lib/sheets.svelte.ts';
import type { Answer } from '../src/lib/types.ts';
import { answer, price, source, statement, tariff, wholeSheet, withSheets } from './asked.ts';
import { Fake, settle } from './fake.ts';

let fake: Fake;
let backend: Backend;
let messages: Messages;
let assistant: Assistant;
let sheets: Sheets;

beforeEach(() => {
  fake = new Fake();
  withSheets(fake);
  backend = fake.backend;
  messages = new Messages();
  assistant = new Assistant(backend, messages);
  sheets = new Sheets(backend, messages);
});

const codes = () => messages.alerts.map((alert) => alert.code);
const refused = (code: string) => async () => Promise.reject({ code, message: 'Non.', hint: '' });

async function ask(question: string) {
  assistant.question = question;
  await assistant.ask();
}

describe('the assistant', () => {
  it('goes on from the last answer, and starts afresh when told to', async () => {
    await ask('Combien\u202f?');
    await ask('Et pour deux\u202f?');
    await assistant.fresh();
    await ask('Où\u202f?');
    expect(fake.calls).toEqual([
      'Ask Combien\u202f? 0',
      'Ask Et pour deux\u202f? 1',
      'Ask Où\u202f? 0',
    ]);
    expect(assistant.question).toBe('');
  });

  it('asks nothing where nothing is asked, and one thing at a time', async () => {
    await ask('  ');
    const first = ask('Combien\u202f?');
    await assistant.ask();
    await first;
    expect(fake.calls).toEqual(['Ask Combien\u202f? 0']);
  });

  it('shows what is supported so far, and nothing of a question that is over', async () => {
    let end: (said: Answer) => void = () => {};
    backend.Ask = () => new Promise((done) => (end = done));
    const first = ask('Combien\u202f?');
    assistant.hear({ run: 1, answer: [statement()] });
    expect(assistant.soFar).toHaveLength(1);
    end(answer(1));
    await first;
    assistant.hear({ run: 1, answer: [] });
    const second = ask('Où\u202f?');
    assistant.hear({ run: 1, answer: [statement()] });
    expect(assistant.soFar).toEqual([]);
    assistant.hear({ run: 2, answer: [statement()] });
    expect(assistant.soFar).toHaveLength(1);
    end(answer(2));
    await second;
  });

  it('keeps the question of an answer that was stopped, without an alarm', async () => {
    backend.Ask = refused('stopped');
    await ask('Combien\u202f?');
    expect(assistant.question).toBe('Combien\u202f?');
    expect(assistant.asking).toBe('');
    expect(codes()).toEqual([]);
    expect(messages.notice?.text).toContain('arrêtée');
  });

  it('shows a failure, and keeps the question', async () => {
    backend.Ask = refused('sheets_not_a_pack');
    await ask('Combien\u202f?');
    expect(codes()).toEqual(['sheets_not_a_pack']);
    expect(assistant.question).toBe('Combien\u202f?');
  });

  it('stops only what is under way', async () => {
    await assistant.stop();
    expect(fake.calls).toEqual([]);
    backend.Ask = () => new Promise(() => {});
    void ask('Combien\u202f?');
    await assistant.stop();
    expect(fake.calls).toEqual(['Stop 0']);
  });

  it('reads the history page by page, goes on from an old answer, forgets', async () => {
    for (const question of ['Une', 'Deux', 'Trois']) await ask(question);
    expect(assistant.past.map((one) => one.question)).toEqual(['Trois', 'Deux']);
    expect(assistant.more).toBe(true);
    await assistant.older();
    expect(assistant.past.map((one) => one.question)).toEqual(['Trois', 'Deux', 'Une']);
    expect(assistant.more).toBe(false);
    assistant.open(assistant.past[2]!);
    await ask('Quatre');
    expect(fake.calls.at(-1)).toBe('Ask Quatre 1');
    await assistant.forget();
    expect(assistant.past).toEqual([]);
    expect(assistant.answer).toBeNull();
  });

  it('puts the answer with its sources on the clipboard, or says that it cannot', async () => {
    await ask('Combien\u202f?');
    await assistant.copy();
    expect(fake.copied).toBe(
      `Tarifs\u00a0:\n${price}\n— Cantine scolaire, fiche du 14 octobre 2020, https://mairie.example/cantine`,
    );
    fake.copied = null;
    await assistant.copy();
    expect(messages.notice?.text).toContain('pas été possible');
  });
});

describe('a sheet that is read', () => {
  it('opens at what is cited; one that is gone leaves the other open', async () => {
    await assistant.reading.open(source());
    expect(assistant.reading.sheet?.title).toBe('Cantine scolaire');
    expect(assistant.reading.cited?.passage).toBe(tariff);
    backend.ReadSheet = refused('sheets_no_such_sheet');
    await assistant.reading.open(source({ sheet: 'piscine' }));
    expect(assistant.reading.sheet?.sheet).toBe('cantine');
    expect(codes()).toEqual(['sheets_no_such_sheet']);
    await assistant.reading.close();
    expect(assistant.reading.sheet).toBeNull();
  });

  it('does not open once it was closed', async () => {
    const opening = assistant.reading.open(source());
    assistant.reading.clear();
    await opening;
    expect(assistant.reading.sheet).toBeNull();
  });
});

describe('the sheets', () => {
  it('are searched, and an empty search shows nothing', async () => {
    sheets.question = ' cantine ';
    await sheets.search();
    expect(fake.calls).toEqual(['SearchSheets cantine']);
    expect(sheets.hits).toHaveLength(2);
    expect(messages.spoken).toBe('2\u00a0fiches trouvées');
    sheets.question = '';
    await sheets.search();
    expect(sheets.hits).toBeNull();
  });

  it('show the last search, however the answers come in', async () => {
    const ends: (() => void)[] = [];
    backend.SearchSheets = () => new Promise((done) => ends.push(() => done([])));
    sheets.question = 'cantine';
    const first = sheets.search();
    sheets.question = '';
    await sheets.search();
    ends[0]!();
    await first;
    expect(sheets.hits).toBeNull();
    expect(sheets.searching).toBe(false);
  });

  it('lose a missing question and an alert that were dealt with', async () => {
    await sheets.read();
    expect(sheets.packs).toHaveLength(1);
    await sheets.close(sheets.missing[0]!);
    await sheets.see(sheets.alerts[0]!);
    expect(fake.calls).toEqual(['CloseMissing 7', 'SeeAlert 5']);
    expect([sheets.missing, sheets.alerts]).toEqual([[], []]);
  });

  it('keep what was read where a part cannot be read again', async () => {
    await sheets.read();
    backend.Missing = refused('busy');
    await sheets.read();
    await settle();
    expect(sheets.missing).toHaveLength(1);
    expect(codes()).toEqual(['busy']);
  });
});

describe('citing', () => {
  it('finds the section of a passage, whatever its spaces', () => {
    const { sections } = wholeSheet();
    expect(sectionOf(sections, tariff)).toBe(1);
    expect(sectionOf(sections, tariff.replace('\n', '  '))).toBe(1);
    expect(sectionOf(sections, 'se fait à la mairie')).toBe(0);
    expect(sectionOf(sections, 'Le repas est gratuit.')).toBe(-1);
    expect(sectionOf(sections, '')).toBe(-1);
  });

  it('cuts a text around its words', () => {
    expect(around('un deux trois', 'deux')).toEqual(['un ', 'deux', ' trois']);
    expect(around('un deux', 'trois')).toEqual(['un deux', '', '']);
    expect(around('un deux', '')).toEqual(['un deux', '', '']);
  });

  it('names every source of an answer, and leaves out what it does not know', () => {
    const bare = source({ url: '', date: '' });
    const said = answer(1, { answer: [statement({ case: [] }), statement({ sources: [bare] })] });
    expect(withSources(said).split('\n')).toEqual([
      price,
      '— Cantine scolaire, fiche du 14 octobre 2020, https://mairie.example/cantine',
      '',
      'Tarifs\u00a0:',
      price,
      '— Cantine scolaire',
    ]);
  });

  it('calls a sheet old after a year, and one without a date never', () => {
    const now = Date.parse('2026-11-24');
    expect(stale('2025-11-01', now)).toBe(true);
    expect(stale('2026-01-01', now)).toBe(false);
    expect(stale('', now)).toBe(false);
  });
});
