// jsdom has no layout and no modal dialogs: the little that components ask.
import { afterEach, vi } from 'vitest';

class NoLayout {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver ??= NoLayout as unknown as typeof ResizeObserver;
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false;
  this.dispatchEvent(new Event('close'));
};

class NoWorker {
  postMessage(): void {}
  terminate(): void {}
}

globalThis.Worker ??= NoWorker as unknown as typeof Worker;
Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList;

// Nor a system that asks for anything.
window.matchMedia ??= () => new EventTarget() as unknown as MediaQueryList;

afterEach(() => vi.useRealTimers());
