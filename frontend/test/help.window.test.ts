// The palette, the shortcuts, the settings, the guide and the figures, as an
// agent meets them in the window.
import { describe, expect, it, vi } from 'vitest';
import { at, click, fake, labelled, pass, press, show, type } from './shown.ts';
import type { Setting } from '../src/lib/types.ts';

const setting = (key: string, value: string, more: Partial<Setting> = {}): Setting => ({
  key,
  kind: 'text',
  value,
  choices: [],
  label: key,
  help: '',
  ...more,
});

const stored: Setting[] = [
  setting('frame.greeting', 'Bonjour,'),
  setting('frame.closings', 'Cordialement,\nBien à vous,', { kind: 'lines' }),
  setting('frame.signatures', 'L’équipe', { kind: 'lines' }),
  setting('rules.limits', 'google 1500', { kind: 'lines' }),
  setting('rules.delay_days', '5', { kind: 'number' }),
  setting('rules.working_days', 'false', { kind: 'bool' }),
];

async function withSettings(refuse: (key: string, value: string) => boolean = () => false) {
  const asked: string[] = [];
  const kept = new Map<string, string>();
  await show((made) => {
    const given = made.backend;
    Object.defineProperty(made, 'backend', {
      value: {
        ...given,
        Settings: async () =>
          stored.map((one) => ({ ...one, value: kept.get(one.key) ?? one.value })),
        DueOn: async ({ days, working }: { days: number; working: boolean }) => {
          asked.push(`${days} ${working}`);
          return '2026-12-01';
        },
        Set: async (key: string, value: string) => {
          if (refuse(key, value)) throw { code: 'setting_value', message: 'Refusé.', hint: '' };
          kept.set(key, value);
        },
      },
    });
  });
  await press(',', { ctrlKey: true });
  await pass();
  return asked;
}

const chosen = () => at('palette').querySelector('[aria-selected=true]')?.textContent ?? '';

describe('the palette', () => {
  it('finds a command without accents and runs it', async () => {
    await show();
    await press('P', { ctrlKey: true, shiftKey: true });
    expect(document.activeElement?.getAttribute('role')).toBe('combobox');
    await type('palette-find', 'REGLAGES');
    labelled();
    await press('Enter');
    await pass();
    expect(at('palette')).toBeNull();
    expect(at('settings')).not.toBeNull();
  });

  it.each([
    ['palette', 'P', { ctrlKey: true, shiftKey: true }],
    ['help', '?', {}],
  ])('gives the focus back where it was: %s', async (sheet, key, held) => {
    await show();
    at('queue').focus();
    await press(key, held);
    expect(at(sheet).contains(document.activeElement)).toBe(true);
    await press('Escape');
    await pass();
    expect(at(sheet)).toBeNull();
    expect(document.activeElement).toBe(at('queue'));
  });

  it('says why a command cannot be done, puts it last and does not run it', async () => {
    await show();
    await press('P', { ctrlKey: true, shiftKey: true });
    const undo = at('palette-undo');
    expect(undo.getAttribute('aria-disabled')).toBe('true');
    expect(undo.textContent).toContain('Rien à défaire.');
    expect(at('palette-compare').textContent).toContain('il faut deux versions');
    const order = [...at('palette').querySelectorAll('[role=option]')].map((o) => !!o.ariaDisabled);
    expect(order).toEqual([...order].sort());
    await type('palette-find', 'défaire');
    await press('Enter');
    expect(at('palette')).not.toBeNull();
  });

  it('is walked with the arrows, round both ends', async () => {
    await show();
    await press('P', { ctrlKey: true, shiftKey: true });
    const first = chosen();
    await press('ArrowUp');
    expect(chosen()).not.toBe(first);
    await press('ArrowDown');
    expect(chosen()).toBe(first);
    const field = at('palette-find');
    expect(document.getElementById(field.getAttribute('aria-activedescendant')!)).not.toBeNull();
  });

  it('tells when nothing is called so, and Enter then does nothing', async () => {
    await show();
    await press('P', { ctrlKey: true, shiftKey: true });
    await type('palette-find', 'zzz');
    expect(at('palette').querySelector('[role=status]')!.textContent).toContain('Aucune action');
    await press('Enter');
    await press('ArrowDown');
    expect(at('palette')).not.toBeNull();
    await press('Escape');
    expect(at('palette')).toBeNull();
  });
});

describe('the shortcuts', () => {
  it('are changed in place, told, and hold at once', async () => {
    await withSettings();
    await click('keys-add-help');
    await press('$');
    expect(at('keys-told').textContent).toBe('$\u00a0: Liste des raccourcis.');
    (document.activeElement as HTMLElement).blur();
    await press('$');
    await pass();
    expect(at('help')).not.toBeNull();
    expect(JSON.parse(fake.remembered.keys!).changed).toEqual({ help: ['?', '$'] });
  });

  it('tell a conflict and take the key only when asked to', async () => {
    await withSettings();
    await click('keys-add-figures');
    await press('j');
    expect(at('keys-told').textContent).toContain('J sert déjà');
    expect(fake.remembered.keys).toBeUndefined();
    await click('keys-take-over');
    expect(JSON.parse(fake.remembered.keys!).changed.figures).toEqual(['c', 'j']);
    expect(document.activeElement?.id).toBe('keys-add-figures');
    await click('keys-reset');
    expect(JSON.parse(fake.remembered.keys!).changed).toEqual({});
  });

  it('are left as they are by Escape, and by going elsewhere', async () => {
    await withSettings();
    await click('keys-add-figures');
    await press('Escape');
    expect(at('keys-told').textContent).toBe('');
    await click('keys-add-figures');
    at('keys-find').focus();
    await pass();
    await press('f9');
    expect(fake.remembered.keys).toBeUndefined();
  });

  it('of one letter are all off with one box, in the sheet too', async () => {
    await withSettings();
    await click('keys-letters');
    (document.activeElement as HTMLElement).blur();
    await press('?');
    expect(at('help')).toBeNull();
    await press('P', { ctrlKey: true, shiftKey: true });
    await type('palette-find', 'liste des raccourcis');
    await press('Enter');
    await pass();
    expect(at('help-off')).not.toBeNull();
    const caps = [...at('help').querySelectorAll('li kbd')].map((cap) => cap.textContent!);
    expect(caps).toContain('Ctrl ↵');
    expect(caps.filter((cap) => cap.length === 1 && /[\w?]/.test(cap))).toEqual([]);
  });
});

describe('the settings', () => {
  it('show the reply as it will look while one types', async () => {
    await withSettings();
    await type('setting-frame.greeting', 'Madame, Monsieur,');
    expect(at('preview-greeting').textContent).toBe('Madame, Monsieur,');
    await type('setting-frame.closings', '\nAvec nos regrets,\nCordialement,');
    expect(at('preview-closing').textContent).toBe('Avec nos regrets,');
    await type('setting-rules.limits', 'google 1500\nfacebook 3');
    expect(at('preview-limits').textContent).toContain('Google\u00a0: au plus 1\u202f500');
    expect(at('preview-limits').textContent).toContain(
      '«\u00a0facebook 3\u00a0» n’est pas compris.',
    );
  });

  it('show a deadline for the delay as it is typed, and none for a wrong one', async () => {
    const asked = await withSettings();
    expect(at('preview-due').textContent).toContain('mardi 1er décembre 2026');
    await type('setting-rules.delay_days', '12');
    await click('setting-rules.working_days');
    await pass();
    expect(asked).toEqual(['5 false', '12 false', '12 true']);
    await type('setting-rules.delay_days', '900');
    expect(at('preview-due').textContent).toContain('de 1 à 365');
    expect(asked).toHaveLength(3);
  });

  it('keep what was typed where it is refused, and say so beside it', async () => {
    await withSettings((key) => key === 'rules.delay_days');
    await type('setting-rules.delay_days', '900');
    at('setting-rules.delay_days').dispatchEvent(new Event('change', { bubbles: true }));
    await pass();
    const field = at<HTMLInputElement>('setting-rules.delay_days');
    expect(field.value).toBe('900');
    expect(field.ariaInvalid ?? field.getAttribute('aria-invalid')).toBe('true');
    const why = document.getElementById(field.getAttribute('aria-describedby')!.split(' ')[0]!);
    expect(why?.textContent).toContain('Refusé.');
    labelled();
  });

  it('are given their former value back, wherever one is by then', async () => {
    await withSettings();
    await click('setting-rules.working_days');
    await pass();
    expect(at('notice').textContent).toContain('rules.working_days');
    expect(at<HTMLInputElement>('setting-rules.working_days').checked).toBe(true);
    await click('undo');
    await pass();
    expect(at<HTMLInputElement>('setting-rules.working_days').checked).toBe(false);
  });

  it('are searched by their words, and jump to their parts', async () => {
    await withSettings();
    await type('settings-find', 'apparence');
    expect(at('look')).not.toBeNull();
    expect(at('setting-frame.greeting')).toBeNull();
    await type('settings-find', '');
    await click('to-delay');
    expect(document.activeElement?.id).toBe('part-delay');
  });

  it('dress the window at once', async () => {
    await withSettings();
    const root = document.documentElement;
    await click('look-contrast-more');
    await click('look-theme-dark');
    expect({ ...root.dataset }).toMatchObject({ contrast: 'more', theme: 'dark' });
    expect(JSON.parse(fake.remembered.look!)).toMatchObject({ contrast: 'more', theme: 'dark' });
    await click('look-contrast-system');
    await click('look-theme-system');
    expect({ ...root.dataset }).toEqual({});
  });
});

describe('the guide', () => {
  async function opened() {
    await show();
    await press('F1');
    await vi.dynamicImportSettled();
    await pass();
  }

  it('opens on its first page with the focus in its search', async () => {
    await opened();
    expect(at('guide').querySelector('h2')?.textContent).toBe('Guide de l’agent');
    expect(document.activeElement?.id).toBe('guide-search');
    labelled();
  });

  it('is searched without accents, the words marked', async () => {
    await opened();
    await type('guide-search', 'REDIGER la file');
    expect(at('guide-found').textContent).toMatch(/\d+\s?passages? trouvé/);
    const marks = [...at('guide').querySelectorAll('mark')].map((mark) => mark.textContent!);
    expect(marks.some((mark) => mark.toLowerCase() === 'rédiger')).toBe(true);
    await type('guide-search', 'zzzz');
    expect(at('guide-found').textContent).toContain('Rien dans le guide');
  });

  it('goes to a part from its contents', async () => {
    await opened();
    const parts = at('guide').querySelectorAll<HTMLButtonElement>('nav ul ul button');
    parts[1]!.click();
    await pass();
    expect(document.activeElement?.tagName).toBe('H3');
    expect(document.activeElement?.textContent).toBe(parts[1]!.textContent);
  });
});

describe('the arrows', () => {
  it('leave a screen where they scroll', async () => {
    await withSettings();
    (document.activeElement as HTMLElement).blur();
    await press('ArrowDown');
    expect(at('settings')).not.toBeNull();
    await press('j');
    expect(at('settings')).toBeNull();
  });
});

describe('the figures', () => {
  const months = [
    { from: '2026-10-01', reviews: 1200, by_model: 2, by_trame: 3, by_hand: 0, median_days: 2.5 },
    { from: '2026-11-01', reviews: 0, by_model: 0, by_trame: 0, by_hand: 0, median_days: null },
  ];

  it('have a chart with its table, in French numbers', async () => {
    const drafted = {
      writer: 'trame',
      ...{ kept: 2, edited: 3, rejected: 1, mean_change: 0.3, median_kept: 0.805 },
      changes: { nothing: 2, quarter: 1, half: 1, more: 1 },
    };
    await show((made) => {
      made.periods = months;
      const given = made.backend;
      const figures = {
        reviews: 2,
        answered: 1,
        replies: { by_model: 2, by_trame: 3, by_hand: 0 },
        assisted_share: 0.4,
        answering_days: { mean: 2, median: 2, n: 5 },
        satisfaction: { useful: 0, n: 0, share: null },
        earlier_satisfaction: { useful: 0, n: 0, share: null },
        drafts: [drafted],
        visitors: { useful: 0, useless: 0 },
      };
      Object.defineProperty(made, 'backend', { value: { ...given, Figures: async () => figures } });
    });
    await press('c');
    await pass();
    const rows = (id: string) =>
      [...at(`chart-${id}`).querySelectorAll('tbody tr')].map((row) =>
        [...row.children].map((cell) => cell.textContent),
      );
    expect(rows('reviews')[0]).toEqual(['octobre 2026', '1\u202f200']);
    expect(rows('replies')[0]).toEqual(['octobre 2026', '2', '3', '0']);
    expect(rows('days')[1]).toEqual(['novembre 2026', 'rien']);
    expect(rows('changes').at(-1)).toEqual(['Plus de 50\u00a0%', '0', '1']);
    const drafts = at('drafts-made').textContent!;
    expect(drafts).toMatch(/Envoyés \(n\)\s*5.*Réécrits à plus de 50\u00a0%\s*1\s*Part gardée/s);
    expect(drafts).toMatch(/Part gardée \(médiane\)\s*8[01]\u00a0%/);
    const plot = at('chart-replies').querySelector('svg[role=img]')!;
    expect(plot.getAttribute('role')).toBe('img');
    expect(
      document.getElementById(plot.getAttribute('aria-labelledby')!)?.textContent,
    ).toBeTruthy();
    const fills = [...plot.querySelectorAll('rect.bar')].map((bar) => bar.getAttribute('fill'));
    expect(new Set(fills).size).toBe(2);
  });
});

describe('the agent’s own dictionary', () => {
  it('is listed in the settings; a word goes and comes back, the focus stays', async () => {
    await show((f) => (f.remembered.words = '{"own":["guichetier","Télérecours","déport"]}'));
    await press(',', { ctrlKey: true });
    await pass();
    labelled();
    const listed = () =>
      [...at('own-words').querySelectorAll('li > span')].map((e) => e.textContent);
    expect(listed()).toEqual(['déport', 'guichetier', 'Télérecours']);
    await click('own-word-1');
    expect(listed()).toEqual(['déport', 'Télérecours']);
    expect(document.activeElement).toBe(at('own-word-1'));
    expect(JSON.parse(fake.remembered.words!).own).toEqual(['Télérecours', 'déport']);
    at('settings').focus();
    await click('undo');
    expect(listed()).toEqual(['déport', 'guichetier', 'Télérecours']);
    expect(JSON.parse(fake.remembered.words!).own).toContain('guichetier');
    for (let left = 3; left > 0; left--) await click('own-word-0');
    expect(document.activeElement).toBe(at('own-words'));
  });

  it('says when a word could not be kept, and not that it was', async () => {
    await show((f) => (f.remembered.words = '{"own":["guichetier"]}'));
    await press(',', { ctrlKey: true });
    await pass();
    fake.full = true;
    await click('own-word-0');
    expect(at('alerts').textContent).toContain('Plein.');
    expect(at('notice').textContent).not.toContain('guichetier');
  });
});
