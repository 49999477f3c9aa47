import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import { Window } from 'happy-dom';
import { createElement, type ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { sinksIn } from '../../../scripts/build/sinks';
import { withoutSinks } from '../../../scripts/build/without-sinks';

const packages = path.resolve(import.meta.dirname, '../../../node_modules');
const react = `${packages}/react-dom/cjs/react-dom-client.production.js`;
const zod = `${packages}/zod/v4/classic/schemas.js`;
const sourceOf = (file: string) => readFileSync(file, 'utf8');

const context = {
  error(message: string): never {
    throw new Error(message);
  },
};

/** What the plugin makes of a file; null where it leaves it as it is. */
function transformed(file: string, code = sourceOf(file)): string | null {
  const { transform } = withoutSinks as unknown as {
    transform(this: typeof context, code: string, id: string): { code: string } | undefined;
  };
  return transform.call(context, code, file)?.code ?? null;
}

/** Draws with React as it is in the build. */
function draw(element: ReactElement): string {
  const exported = { exports: {} };
  const run = compileFunction(transformed(react) ?? '', [
    'require',
    'module',
    'exports',
    'process',
  ]);
  run(createRequire(react), exported, exported.exports, { env: { NODE_ENV: 'production' } });
  const { createRoot } = exported.exports as typeof import('react-dom/client');
  const { flushSync } = createRequire(react)('react-dom') as typeof import('react-dom');
  const { document } = new Window();
  const root = document.createElement('main');
  const errors: unknown[] = [];
  const made = createRoot(root as unknown as Element, {
    onUncaughtError: (error) => errors.push(error),
  });
  flushSync(() => made.render(element));
  if (errors.length > 0) throw errors[0];
  return root.innerHTML;
}

describe('React in the build', () => {
  it('has no place that makes markup of a text', () => {
    expect(sinksIn(sourceOf(react))).toEqual(['innerHTML', 'innerHTML', 'innerHTML']);
    expect(sinksIn(transformed(react) ?? '')).toEqual([]);
  });

  it('draws as text what it is handed over as HTML', () => {
    const hostile = '<img src="x" onerror="alert(1)">';
    // biome-ignore lint/security/noDangerouslySetInnerHtml: that it does nothing is what is tried here
    const html = createElement('p', { dangerouslySetInnerHTML: { __html: hostile } });
    expect(draw(html)).toBe('<p>&lt;img src="x" onerror="alert(1)"&gt;</p>');
  });

  it('draws no script', () => {
    expect(() => draw(createElement('script', { src: 'x.js' }))).toThrow('A script is not drawn.');
  });
});

describe('zod in the build', () => {
  it('makes no code of a schema', () => {
    expect(transformed(zod)).not.toContain('JIT');
  });
});

describe('the build fails', () => {
  it.each([react, zod])('where an update changed what it takes out of %s', (file) => {
    expect(() => transformed(file, 'export const other = 1;')).toThrow("isn't in it any more");
  });

  it('where anything else makes code or markup of a text', () => {
    const { generateBundle } = withoutSinks as unknown as {
      generateBundle(this: typeof context, options: object, bundle: object): void;
    };
    const bundle = (code: string) => ({ 'a.js': { type: 'chunk', fileName: 'a.js', code } });
    expect(() => generateBundle.call(context, {}, bundle('a.innerHTML = b'))).toThrow(
      'a.js makes code or markup of a text: innerHTML',
    );
    expect(() => generateBundle.call(context, {}, bundle('a.textContent = b'))).not.toThrow();
  });

  it('and leaves every other file as it is', () => {
    expect(transformed('/other/schemas.js', 'core.$ZodObjectJIT.init(')).toBeNull();
  });
});
