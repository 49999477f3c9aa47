import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { sites } from './lib/detect/registry';
import { fewFiles } from './scripts/build/few-files';
import { ownCodeLater } from './scripts/build/own-code-later';
import { usedPartOfGroq, usedPartOfHindsight } from './scripts/build/used-parts';
import { withoutReact } from './scripts/build/without-react';
import { withoutSinks } from './scripts/build/without-sinks';

/** Pages that a content script runs on; host access lets an update replace scripts in open tabs. */
const siteHosts = sites.flatMap(({ hosts }) => hosts ?? []).map((host) => `https://${host}/*`);

/** The first Chrome with light-dark() in style sheets. */
const oldestChrome = '123';

/** The sample pages and the local memory server of `npm start`; none in a build for a store. */
const sampleHosts = process.env.WXT_SAMPLES === '1' ? ['http://127.0.0.1/*'] : [];

/**
 * What our own pages and the background may load and reach. Nothing but what is in the package, and
 * requests to the addresses that the rep enters, which are known only then.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  'connect-src https: http:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const firefox = {
  browser_specific_settings: {
    gecko: {
      id: 'salesmemory@salesmemory.example',
      // The first that asks on a phone, too, what is collected; there is no sidebar there, and no claim
      // to run there (no `gecko_android`).
      strict_min_version: '142.0',
      // Nothing goes to us, but what the rep types, and about whom, goes to the server that they name;
      // Firefox asks at installation whether that is wanted.
      data_collection_permissions: {
        required: ['personalCommunications', 'personallyIdentifyingInfo'],
      },
    },
  },
};

/** The browser of this build. */
let builtFor = '';

/** What a script on a page would carry along for nothing. */
const lighterScripts = {
  name: 'lighter-content-scripts',
  transform(code: string, id: string) {
    // No map: where a line came from stays true enough for what each script is made of.
    const map = null;
    // WXT's entry brings a logger of its own for a failed start, which the browser tells by itself.
    if (id.includes('content-script-isolated-world-entrypoint')) {
      const start =
        'export default definition.main(new ContentScriptContext(import.meta.env.ENTRYPOINT));';
      return { code: code.replace(/\/\/#region.*$/s, start), map };
    }
    // Where a script runs was read of its definition before it was built; the page needs what it does.
    if (id.endsWith('/entrypoints/site/script.ts')) {
      return { code: code.replace(/defineContentScript\(\{.*?(?=main:)/gs, '({'), map };
    }
    // The chip's style sheet is a text to the bundler, which leaves its spaces and lines.
    if (id.endsWith('/lib/overlay/chip.ts')) {
      const short = (style: string) =>
        style
          .replace(/\s+/g, ' ')
          .replace(/ ?([{};:,]) /g, '$1')
          .replace(/;}/g, '}');
      return { code: code.replace(/(?<=STYLE = `)[^`]*/, short), map };
    }
    return undefined;
  },
};

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  // The commands open a browser of their own, with memory connected.
  webExt: { disabled: true },
  manifest: ({ browser, command }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [
      'storage',
      'alarms',
      'contextMenus',
      'scripting',
      // The popup names the site in front before the rep switches it on.
      'activeTab',
      // Firefox has a sidebar instead, which needs no permission.
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // The memory server's address is asked for when the rep enters it, wherever it is.
    host_permissions: [...sampleHosts, ...siteHosts],
    // Asked for when the rep wants to be notified, and not before.
    optional_permissions: ['notifications'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    // A watcher of the development server needs more.
    ...(command === 'build' ? { content_security_policy: { extension_pages: policy } } : {}),
    ...(browser === 'firefox' ? firefox : { storage: { managed_schema: 'managed-schema.json' } }),
    action: { default_title: 'SalesMemory' },
    commands: {
      // The popup has the log's field focused.
      _execute_action: { suggested_key: { default: 'Alt+Shift+L' } },
      'open-brief': {
        // B would be for the brief, but Chrome keeps that one for its bookmarks: M is for memory.
        suggested_key: { default: 'Alt+Shift+M' },
        description: '__MSG_command_open_brief__',
      },
    },
    omnibox: { keyword: 'sm' },
    minimum_chrome_version: oldestChrome,
  }),
  vite: ({ command }) => ({
    // The development server's own scripts have such places, and load the panel's code themselves.
    plugins: [
      ...[usedPartOfHindsight, usedPartOfGroq],
      ...(command === 'build' ? [withoutSinks, ownCodeLater] : []),
    ],
    // It copies long constants to each place that reads them: the list of domain suffixes, three times.
    build: {
      rolldownOptions: { optimization: { inlineConst: false } },
      // Rewritten for older browsers, light-dark() wouldn't follow a scheme that the rep chose.
      cssTarget: `chrome${oldestChrome}`,
    },
  }),
  hooks: {
    ready: (wxt) => {
      builtFor = wxt.config.browser;
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ name }) => name === 'at-once')) config.plugins?.unshift(withoutReact);
      if (entrypoints.some(({ type }) => type === 'sidepanel')) fewFiles(config);
      const alias = config.resolve?.alias as Record<string, string> | undefined;
      const onPages = entrypoints.every(({ type }) => type === 'content-script');
      // Chrome's own calls give promises, and the polyfill would be half of a content script, which
      // needs nothing of it but messages.
      if (alias && (onPages || builtFor !== 'firefox')) delete alias['wxt/browser'];
      if (!onPages || !alias) return;
      config.plugins?.push(lighterScripts);
      alias['wxt/utils/content-script-context'] = fileURLToPath(
        new URL('entrypoints/site/context.ts', import.meta.url),
      );
    },
  },
});
