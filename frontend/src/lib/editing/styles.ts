// The page's policy refuses style elements, which is what the editor's library
// makes for a document. For a shadow root it adopts a style sheet instead,
// which the policy allows: the document is given that same sheet.
import { StyleModule } from 'style-mod';

type Holder = Record<symbol, unknown>;

/** Makes a document take the editor's styles without a style element. */
export function adoptStyles(): void {
  const root = document.createElement('div').attachShadow({ mode: 'open' });
  if (!root.adoptedStyleSheets) return;
  StyleModule.mount(root, []);
  for (const key of Object.getOwnPropertySymbols(root)) {
    (document as unknown as Holder)[key] ??= (root as unknown as Holder)[key];
  }
}
