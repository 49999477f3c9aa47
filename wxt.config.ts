import { defineConfig } from 'wxt';
import { sites } from './lib/detect/registry';

/** Pages that a content script runs on; host access lets an update replace scripts in open tabs. */
const siteHosts = sites.flatMap(({ hosts }) => hosts ?? []).map((host) => `https://${host}/*`);

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  // The commands open a browser of their own, with memory connected.
  webExt: { disabled: true },
  manifest: {
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage', 'sidePanel', 'alarms', 'contextMenus', 'scripting'],
    host_permissions: ['http://127.0.0.1/*', 'http://localhost/*', ...siteHosts],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: 'SalesMemory' },
    minimum_chrome_version: '120',
  },
  hooks: {
    // The polyfill would be half of a content script, which needs nothing of it but messages.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.every(({ type }) => type === 'content-script')) return;
      const alias = config.resolve?.alias as Record<string, string> | undefined;
      if (alias) delete alias['wxt/browser'];
    },
  },
});
