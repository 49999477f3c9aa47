import { describe, expect, it, vi } from 'vitest';
import { diagnosticsOf } from '../../../lib/diagnostics';
import { settingsSchema } from '../../../lib/settings';

// The settings' schema is needed, their store isn't: it looks for the browser as soon as it's loaded.
vi.mock('wxt/utils/storage', () => ({ storage: { defineItem: () => ({}) } }));

/** Everything here that is secret or personal has this in it. */
const secret = 'TOPSECRET';

const settings = settingsSchema.parse({
  connection: { baseUrl: `https://${secret}.acme.example`, apiKey: secret, bank: secret },
  model: {
    use: 'openai_compatible',
    groqApiKey: secret,
    openaiBaseUrl: `https://models.${secret}.example/v1`,
    openaiApiKey: secret,
    openaiModel: 'a-model',
  },
  rep: secret,
  ownAddresses: [`${secret}@acme.example`],
  ownDomains: [`${secret}.example`],
});

const text = diagnosticsOf({
  version: '1.2.3',
  agent: 'Chrome/156',
  settings,
  origins: [`https://${secret}/*`],
  outbox: [
    {
      id: 'log-1',
      prospect: { name: secret, email: `${secret}@x.example` },
      summary: secret,
      outcome: 'none',
      at: '2026-05-20T08:00:00.000Z',
      state: 'waiting',
      message: secret,
    },
  ],
  memory: { ok: false, reason: 'unreachable' },
  hasChromeModel: false,
});

describe('diagnostics', () => {
  it('hold nothing secret and nothing about anybody', () => {
    expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
    expect(text).not.toContain('acme');
  });

  it('say what helps: version, what is set, what works, what waits', () => {
    expect(text).toContain('SalesMemory 1.2.3');
    expect(text).toContain('memory: unreachable');
    expect(text).toContain('key set');
    expect(text).toContain('reader: openai_compatible');
    expect(text).toContain('outbox: 1 waiting');
  });
});
