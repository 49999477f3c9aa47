import { fileURLToPath } from 'node:url';

/**
 * The Hindsight client's published file keeps every call of the API in one object. Built from the
 * sources that are published beside it, only the calls that we make remain.
 */
export const usedPartOfHindsight = {
  name: 'used-part-of-hindsight-client',
  enforce: 'pre' as const,
  resolveId: (id: string) =>
    id === '@vectorize-io/hindsight-client' ? '\0hindsight-client' : undefined,
  load(id: string) {
    if (id !== '\0hindsight-client') return undefined;
    const entry = fileURLToPath(import.meta.resolve('@vectorize-io/hindsight-client'));
    const generated = entry.replace(/dist[\\/].*$/, 'generated');
    return `export * as sdk from '${generated}/sdk.gen.ts';
            export { createClient, createConfig } from '${generated}/client/index.ts';`;
  },
};

/** Parts of groq-sdk that speak, hear, search, upload and stream, and what each exports. */
const unusedOfGroq = new Map([
  ['resources/audio/audio', 'class Audio {}'],
  ['resources/batches', 'class Batches {}'],
  ['resources/embeddings', 'class Embeddings {}'],
  ['resources/files', 'class Files {}'],
  ['internal/to-file', 'const toFile = undefined'],
  ['core/streaming', 'class Stream {}'],
]);

/**
 * groq-sdk holds all its parts in one class, so that no bundler can leave any out. We ask for
 * completions and for the list of models: the others are empty in what is built.
 */
export const usedPartOfGroq = {
  name: 'used-part-of-groq-sdk',
  enforce: 'pre' as const,
  load(id: string) {
    const [, part = ''] = /\/groq-sdk\/(.+)\.mjs$/.exec(id) ?? [];
    const exported = unusedOfGroq.get(part);
    return exported && `export ${exported};`;
  },
};
