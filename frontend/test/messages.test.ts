// How long a notice stays, and what the agent is told of a call that ended.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Messages } from '../src/lib/messages.svelte.ts';
import { modelEvent } from './machine.ts';
import { at, fake, pass, press, show } from './shown.ts';

describe('a notice', () => {
  let seconds: number;
  let messages: Messages;

  beforeEach(() => {
    vi.useFakeTimers();
    seconds = 20;
    messages = new Messages(() => seconds);
    messages.tell('C’est fait.');
  });

  const stands = () => messages.notice !== null;

  it('goes after its time', () => {
    vi.advanceTimersByTime(19_999);
    expect(stands()).toBe(true);
    vi.advanceTimersByTime(1);
    expect(stands()).toBe(false);
  });

  it('waits under the pointer and the focus, and has its whole time after both', () => {
    messages.hold('pointer');
    messages.hold('focus');
    vi.advanceTimersByTime(60_000);
    messages.release('pointer');
    vi.advanceTimersByTime(60_000);
    expect(stands()).toBe(true);
    messages.release('focus');
    vi.advanceTimersByTime(19_999);
    expect(stands()).toBe(true);
    vi.advanceTimersByTime(1);
    expect(stands()).toBe(false);
  });

  it('that follows another in the same hands waits too', () => {
    messages.hold('pointer');
    messages.tell('Et cela aussi.');
    vi.advanceTimersByTime(60_000);
    expect(stands()).toBe(true);
  });

  it('is no longer held once it is closed', () => {
    messages.hold('focus');
    messages.dismissNotice();
    messages.tell('Une autre.');
    vi.advanceTimersByTime(20_000);
    expect(stands()).toBe(false);
  });

  it('stays until it is closed where the agent wants that', () => {
    seconds = 0;
    messages.tell('Sans fin.');
    vi.advanceTimersByTime(24 * 3_600_000);
    expect(stands()).toBe(true);
    seconds = 60;
    messages.tell('Une minute.');
    vi.advanceTimersByTime(59_999);
    expect(stands()).toBe(true);
    vi.advanceTimersByTime(1);
    expect(stands()).toBe(false);
  });
});

describe('a call that ended', () => {
  const told = (code: string) => {
    const messages = new Messages();
    messages.ended({ code, message: 'Fini.', hint: 'Rien de plus.' }, 'import_stopped');
    return [messages.notice?.text, messages.alerts.map((alert) => alert.code)];
  };

  it('at the agent’s word is no alarm', () => {
    expect(told('import_stopped')).toEqual(['Fini. Rien de plus.', []]);
    expect(told('disk_full')).toEqual([undefined, ['disk_full']]);
  });
});

describe('in the window', () => {
  it('a notice waits while its button has the focus, and gives the focus back', async () => {
    await show();
    await press(',', { ctrlKey: true });
    await pass();
    at('settings-find').focus();
    fake.tell('model', modelEvent({ work: 'bench', name: 'petit', state: 'done' }));
    await pass();
    const close = at('notice').querySelector('button')!;
    close.focus();
    await pass(60_000);
    expect(at('notice').textContent).toContain('petit');
    close.click();
    await pass();
    expect(at('notice').textContent!.trim()).toBe('');
    expect(document.activeElement).toBe(at('settings-find'));
  });

  it('it stays as long as the settings say', async () => {
    await show();
    await press(',', { ctrlKey: true });
    await pass();
    const field = at<HTMLSelectElement>('look-stay');
    field.value = '0';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await pass();
    fake.tell('model', modelEvent({ work: 'bench', name: 'petit', state: 'done' }));
    await pass(600_000);
    expect(at('notice').textContent).toContain('petit');
    expect(JSON.parse(fake.remembered.look!).stay).toBe(0);
  });
});
