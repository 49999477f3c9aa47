import type { Plugin } from 'vite';
import { sinksIn } from './sinks';

/** What stands in a package's file, and what takes its place. */
type Change = [from: string, to: string];

/** What packages bring along that makes code or markup of a text, by the end of a file's name. */
const changes: Record<string, Change[]> = {
  // Checks of objects as code that is made of them: pages of extensions run no such code, so that it
  // was tried in vain at each start. The plain check does the same.
  '/zod/v4/classic/schemas.js': [['core.$ZodObjectJIT.init(', 'core.$ZodObject.init(']],
  // What is handed over as HTML is drawn as text; no script is drawn at all.
  '/react-dom/cjs/react-dom-client.production.js': [
    ['(domElement.innerHTML = key)', '(domElement.textContent = key)'],
    [
      String.raw`nextResource.innerHTML = "<script>\x3c/script>";`,
      'throw Error("A script is not drawn.");',
    ],
  ],
};

/**
 * Takes out of the build whatever would make code or markup of a text, so that nothing does, however
 * it is called. The build fails where a package changed so that this no longer takes it out, and
 * where anything else brings such a place along.
 */
export const withoutSinks: Plugin = {
  name: 'without-sinks',
  transform(code, id) {
    const file = Object.keys(changes).find((end) => id.endsWith(end));
    if (!file) return undefined;
    let changed = code;
    for (const [from, to] of changes[file] ?? []) {
      if (!changed.includes(from))
        this.error(`${file} has changed: “${from}” isn't in it any more.`);
      changed = changed.replaceAll(from, to);
    }
    return { code: changed, map: null };
  },
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const found = sinksIn(chunk.code);
      if (found.length > 0)
        this.error(`${chunk.fileName} makes code or markup of a text: ${found.join(', ')}`);
    }
  },
};
