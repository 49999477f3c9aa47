import { defineConfig } from 'wxt';

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  // The commands open a browser of their own, with memory connected.
  webExt: { disabled: true },
  manifest: {
    name: 'SalesMemory',
    description:
      'Remembers every conversation with a prospect, and says what matters before the call.',
    permissions: ['storage', 'sidePanel', 'alarms', 'contextMenus', 'scripting'],
    host_permissions: ['http://127.0.0.1/*', 'http://localhost/*'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: 'SalesMemory' },
    minimum_chrome_version: '120',
  },
});
