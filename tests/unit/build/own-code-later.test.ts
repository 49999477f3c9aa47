import type { IndexHtmlTransformContext } from 'vite';
import { describe, expect, it } from 'vitest';
import { ownCodeLater } from '../../../scripts/build/own-code-later';

const page = `<html>
  <head>
    <script src="/at-once.js" async></script>
    <script type="module" crossorigin src="/chunks/sidepanel-1.js"></script>
    <link rel="modulepreload" crossorigin href="/chunks/shared-1.js">
    <link rel="stylesheet" crossorigin href="/assets/style-1.css">
  </head>
  <body><div id="root"></div></body>
</html>
`;

function transformed(html: string, file: string): string {
  const { transformIndexHtml: hook } = ownCodeLater;
  if (typeof hook !== 'object' || !('handler' in hook)) throw new Error('no handler');
  const context = { filename: `/project/entrypoints/${file}` } as IndexHtmlTransformContext;
  return String(hook.handler.call({} as never, html, context));
}

describe('the code of the panel’s page', () => {
  it('lies in a template, in its order; the head’s script and the styles don’t', () => {
    const html = transformed(page, 'sidepanel/index.html');
    const [, inside = ''] = /<template id="own-code">([\s\S]*)<\/template>/.exec(html) ?? [];
    expect(inside.match(/\/chunks\/[\w-]+/g)).toEqual(['/chunks/sidepanel-1', '/chunks/shared-1']);
    const outside = html.replace(inside, '');
    expect(outside).toContain('src="/at-once.js"');
    expect(outside).toContain('rel="stylesheet"');
    expect(outside).not.toContain('/chunks/');
  });

  it('of another page loads as it did', () => {
    expect(transformed(page, 'popup/index.html')).toBe(page);
  });

  it('that can’t be found fails the build', () => {
    const bare = page.replace(/.*type="module".*\n/, '');
    expect(() => transformed(bare, 'sidepanel/index.html')).toThrow('no code of its own');
  });
});
