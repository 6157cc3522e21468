// The French dictionary, off the window's thread. It is read from the
// application's own files, and only when a first text is to be checked.
import affixes from '../../../node_modules/dictionary-fr/index.aff?url';
import stems from '../../../node_modules/dictionary-fr/index.dic?url';
import { dictionaryOf, type Dictionary } from './dictionary.ts';
import type { Asked, Told } from './speller.ts';

async function text(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.text();
}

const reading = Promise.all([text(affixes), text(stems)]).then((both) => dictionaryOf(...both));

self.onmessage = async ({ data }: MessageEvent<Asked>) => {
  self.postMessage(await reading.then((read) => answer(data, read), failed(data)));
};

function answer({ ask, check, word }: Asked, read: Dictionary): Told {
  return { ask, words: word ? read.others(word) : check.filter((each) => !read.has(each)) };
}

const failed =
  ({ ask }: Asked) =>
  (reason: unknown): Told => ({ ask, failed: String(reason) });
