// Stands where the application's own bridge stands: calls go to the test's
// door by HTTP, and what Go tells without being asked comes back as a stream.
'use strict';
(() => {
  const heard = new Map();
  const ears = (name) => heard.get(name) ?? heard.set(name, new Set()).get(name);

  window.runtime = {
    EventsOn(name, listener) {
      ears(name).add(listener);
      return () => ears(name).delete(listener);
    },
    EventsOff(name) {
      heard.delete(name);
    },
    ClipboardSetText(text) {
      window.copied = text;
      return Promise.resolve(true);
    },
    OnFileDrop() {},
    OnFileDropOff() {},
  };

  async function call(name, args) {
    const answer = await fetch('/call/' + name, { method: 'POST', body: JSON.stringify(args) });
    const { value, error } = await answer.json();
    if (error) throw error;
    return value;
  }

  const method = (_, name) => (...args) => call(name, args);
  window.go = { app: { Desk: new Proxy({}, { get: method }) } };

  new EventSource('/events').onmessage = (told) => {
    const { name, data } = JSON.parse(told.data);
    for (const listener of ears(name)) listener(data);
  };
})();
