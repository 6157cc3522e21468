import { describe, expect, it } from 'vitest';
import { Stream } from '../src/lib/stream.svelte.ts';
import type { DraftEvent } from '../src/lib/types.ts';

const event = (over: Partial<DraftEvent>): DraftEvent => ({
  run: '7',
  seq: 1,
  id: 4,
  body: 'Mer',
  state: 'writing',
  error: null,
  ...over,
});

function following(id = 4) {
  const stream = new Stream();
  stream.begin(id);
  return stream;
}

describe('Stream', () => {
  it('shows the latest body and drops what comes late', () => {
    const stream = following();
    expect(stream.hear(event({ seq: 1, body: 'Mer' }))).toBe('writing');
    expect(stream.hear(event({ seq: 3, body: 'Merci be' }))).toBe('writing');
    expect(stream.hear(event({ seq: 2, body: 'Merci' }))).toBe('ignored');
    expect(stream.hear(event({ seq: 3, body: 'autre' }))).toBe('ignored');
    expect(stream.body).toBe('Merci be');
  });

  it('ignores other reviews and other runs', () => {
    const stream = following();
    stream.named('7');
    expect(stream.hear(event({ id: 5 }))).toBe('ignored');
    expect(stream.hear(event({ run: '6', seq: 9 }))).toBe('ignored');
    expect(stream.body).toBe('');
  });

  it('takes events that come before the run is named', () => {
    const stream = following();
    stream.hear(event({ seq: 1 }));
    stream.named('7');
    expect(stream.hear(event({ seq: 1 }))).toBe('ignored');
    expect(stream.hear(event({ seq: 2, body: 'Merci' }))).toBe('writing');
  });

  it('lets the named run in when another one was heard first', () => {
    const stream = following();
    stream.hear(event({ run: '6', seq: 40, body: 'vieux' }));
    stream.named('7');
    expect(stream.hear(event({ seq: 1, body: 'neuf' }))).toBe('writing');
    expect(stream.body).toBe('neuf');
  });

  it.each(['done', 'stopped', 'failed'] as const)('ends on %s, once', (state) => {
    const stream = following();
    expect(stream.hear(event({ seq: 2, state, body: 'Fin.' }))).toBe('ended');
    expect(stream.hear(event({ seq: 3 }))).toBe('ignored');
  });

  it('does not take the end of the draft before for its own', () => {
    const stream = following();
    stream.hear(event({ seq: 2, state: 'done' }));
    stream.leave();
    stream.begin(4);
    expect(stream.hear(event({ seq: 2, state: 'done' }))).toBe('ignored');
    expect(stream.writing).toBe(true);
  });

  it('hears nothing when nothing is followed', () => {
    expect(new Stream().hear(event({}))).toBe('ignored');
  });
});
