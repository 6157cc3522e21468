import { describe, expect, it } from 'vitest';
import { groupOf, limitLines, SettingsForm } from '../src/lib/settings.svelte.ts';
import type { Setting } from '../src/lib/types.ts';

const refusal = { code: 'setting_value', message: 'Cette valeur ne convient pas.', hint: '' };

function given(key: string, value: string): Setting {
  return { key, kind: 'text', value, choices: [], label: `Libellé ${key}`, help: 'Détail' };
}

function form(stored: Record<string, string>, refuses: (key: string, value: string) => boolean) {
  const made = new SettingsForm({
    Settings: async () => Object.entries(stored).map(([key, value]) => given(key, value)),
    Set: async (key, value) => {
      if (refuses(key, value)) throw refusal;
      stored[key] = value;
    },
  });
  return made;
}

describe('a setting', () => {
  it('shows what is typed before it is kept', async () => {
    const made = form({ 'frame.greeting': 'Bonjour,' }, () => false);
    await made.read();
    made.type('frame.greeting', 'Madame, Monsieur,');
    expect(made.value('frame.greeting')).toBe('Madame, Monsieur,');
    expect(made.all[0]?.value).toBe('Bonjour,');
    expect(await made.keep('frame.greeting')).toBe(true);
    expect(made.all[0]?.value).toBe('Madame, Monsieur,');
    expect(made.saved).toBe('frame.greeting');
  });

  it('keeps the typed value where it is refused, and says why', async () => {
    const made = form({ 'rules.delay_days': '5' }, (_, value) => value === '900');
    await made.read();
    made.type('rules.delay_days', '900');
    expect(await made.keep('rules.delay_days')).toBe(false);
    await made.read();
    expect(made.value('rules.delay_days')).toBe('900');
    expect(made.refused('rules.delay_days')?.message).toBe(refusal.message);
    expect(made.saved).toBe('');
    made.type('rules.delay_days', '9');
    expect(await made.keep('rules.delay_days')).toBe(true);
    expect(made.refused('rules.delay_days')).toBeNull();
  });

  it('never loses what is typed while the one before is being kept', async () => {
    const made = form({ person: '' }, () => false);
    await made.read();
    made.type('person', 'Cla');
    const kept = made.keep('person');
    made.type('person', 'Claire');
    await kept;
    expect(made.value('person')).toBe('Claire');
  });

  it('is found by its label, without accents', async () => {
    const made = form({ person: '', 'contact.phone': '' }, () => false);
    await made.read();
    expect(made.of('service', 'libelle PHONE').map(({ key }) => key)).toEqual(['contact.phone']);
    expect(made.of('service', '')).toHaveLength(2);
    expect(made.of('delay', '')).toHaveLength(0);
  });
});

describe('the parts of the form', () => {
  it.each([
    ['service.name', 'service'],
    ['frame.closings', 'frame'],
    ['rules.ai_notice', 'frame'],
    ['rules.limits', 'rules'],
    ['rules.delay_days', 'delay'],
    ['rules.retention', 'keeping'],
    ['ollama.model', 'writing'],
    ['new.one', 'other'],
  ])('%s stands in %s', (key, part) => expect(groupOf(key)).toBe(part));
});

describe('the lengths', () => {
  it('are read line by line as Go reads them', () => {
    const lines = limitLines('google 1500\n\n play  350 \nfacebook 200\npaper 20\nspplus x');
    expect(lines.map(({ place, most }) => [place, most])).toEqual([
      ['google', 1500],
      ['play', 350],
      ['', null],
      ['paper', null],
      ['', null],
    ]);
  });
});
