import type { Plugin } from 'vite';

/** What loads the panel's own code: its scripts, and what they read. */
const loads = /^\s*<(?:script type="module"|link rel="modulepreload").*>\n/gm;

/**
 * Holds back the code of the panel's page until its head has drawn the last brief, which it would
 * otherwise be read and run beside: what loads it lies in a template that the head's script takes out
 * (`entrypoints/at-once.tsx`).
 */
export const ownCodeLater: Plugin = {
  name: 'own-code-later',
  transformIndexHtml: {
    order: 'post',
    handler(html, { filename }) {
      if (!/sidepanel\/index\.html$/.test(filename)) return html;
      const own = (html.match(loads) ?? []).join('');
      if (!own.includes('<script')) throw new Error('The panel’s page has no code of its own.');
      return html
        .replace(loads, '')
        .replace('  </head>', `    <template id="own-code">\n${own}    </template>\n  </head>`);
    },
  },
};
