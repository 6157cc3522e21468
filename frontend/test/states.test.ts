// Each state of docs/states.md against each command: what is offered can be
// done, what cannot says why and changes nothing.
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { handOver } from '../src/lib/acts.ts';
import { run } from '../src/lib/commands.ts';
import { names, type Command, type Name } from '../src/lib/keys.ts';
import { unable } from '../src/lib/unable.ts';
import type { Action, Reply, State } from '../src/lib/types.ts';
import { allowed, openDesk } from './fake.ts';
import { finding, reply } from './invented.ts';
import { at, click, show } from './shown.ts';

const machine: Partial<Reply> = { prompted: true, findings: [finding({ end: 3, repair: 'Non' })] };
const versions = [1, 2].map((n) => ({ ...reply(n, `Brouillon ${n}.`, 'ollama'), ...machine }));

/** A desk with its only review in a state, with two drafts where a reply can be. */
async function in_(state: State, fourEyes = false) {
  const opened = await openDesk(
    (fake) => {
      fake.states.set(1, state);
      fake.fourEyes = fourEyes;
      if (state !== 'new') versions.forEach((version) => fake.write(1, version));
    },
    [1],
  );
  await opened.desk.open(1);
  opened.fake.calls = [];
  return opened;
}

const states = Object.keys(allowed) as State[];
// What is about the open review, and so may hang on its state.
const about: Name[] = [
  ...(['draft', 'otherwise', 'prefer', 'reject', 'repair', 'insert', 'snooze'] as const),
  ...(['validate', 'submit', 'return', 'dismiss', 'reopen', 'compare', 'changes'] as const),
];
const reading: Name[] = ['compare', 'changes'];
const offered: Record<State, Name[]> = {
  new: ['draft', 'otherwise', 'insert', 'snooze', 'dismiss'],
  drafting: ['snooze'],
  drafted: about.filter((name) => name !== 'return' && name !== 'reopen'),
  submitted: ['snooze', 'validate', 'return', ...reading],
  validated: ['reopen', ...reading],
  exported: ['reopen', ...reading],
  dismissed: ['reopen', ...reading],
};

describe.each(states)('a review that is %s', (state) => {
  it('takes what the table of states says', () => {
    const text = readFileSync(`${__dirname}/../../docs/states.md`, 'utf8');
    const lines = [...text.matchAll(/^\| (\w+) \| (\w+) \| \w+ \|$/gm)];
    const machines = ['finish', 'keep', 'release', 'export'];
    const actions = lines.flatMap(([, from, action]) => (from === state ? [action as Action] : []));
    const agents = actions.filter((action) => !machines.includes(action));
    expect([...allowed[state]].sort()).toEqual(agents.sort());
  });

  it('is offered these commands and no other', async () => {
    const { desk } = await in_(state);
    const can = about.filter((name) => unable(desk, name) === '');
    expect(can.sort()).toEqual([...offered[state]].sort());
  });

  it.each(names)('%s is done, or says why not', async (name) => {
    const { desk, fake } = await in_(state);
    const why = unable(desk, name);
    const refused = vi.spyOn(desk.messages, 'tell');
    await run(desk, name === 'repair' ? 'repair-1' : (name as Command));
    await vi.advanceTimersByTimeAsync(0);
    const changing = fake.calls.filter((call) => !/^(Queue|Open|Prompt)/.test(call));
    if (why) {
      expect(refused).toHaveBeenCalledExactlyOnceWith(why);
      expect(changing).toEqual([]);
    }
    expect(desk.messages.alerts).toEqual([]);
    if (!why) expect(refused.mock.calls.flat().join()).not.toContain('Ce n’est pas possible');
  });
});

describe('the buttons over a reply', () => {
  const shown = async (state: State) => {
    await show(
      (fake) => {
        fake.states.set(1, state);
        versions.forEach((version) => fake.write(1, version));
      },
      [1],
    );
    await click('tab-all');
    await click('card-1');
  };

  it.each([
    ['drafted', true],
    ['submitted', false],
    ['validated', false],
    ['exported', false],
  ] as const)('reject a draft only while it is at work: %s', async (state, can) => {
    await shown(state);
    expect(!!at('reject-open')).toBe(can);
    expect(at('written-by').textContent).not.toBe('');
  });
});

describe('what Ctrl Enter does with four eyes', () => {
  it('hands a reply over that was typed a moment ago', async () => {
    const { desk, fake } = await in_('new', true);
    expect([unable(desk, 'validate'), handOver(desk)]).toEqual([
      'La réponse est vide\u00a0: écrivez-la ou demandez un brouillon.',
      'submit',
    ]);
    desk.editor.write('body', 'Merci de votre avis.');
    expect(unable(desk, 'validate')).toBe('');
    await run(desk, 'validate');
    expect(fake.states.get(1)).toBe('submitted');
  });
});
