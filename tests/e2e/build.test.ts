import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sites } from '../../lib/detect/registry';
import { launch, serviceWorkerOf } from '../../scripts/browser';
import { sinksIn } from '../../scripts/build/sinks';
import { extensionFolder } from '../../scripts/extension';

const folder = extensionFolder('production');

/**
 * Every origin that stands in the built extension, and why. One that isn't here fails the test: it
 * would be an origin that nobody decided about. PRIVACY.md says the same in words.
 */
const origins: Record<string, string> = {
  'https://api.groq.com': 'asked, once the rep chose Groq and entered a key',
  'http://127.0.0.1:8888': 'an example in an empty field',
  'https://models.example.com': 'an example in an empty field',
  'https://memory.company.example.': 'an example in the policy’s description',
  'http://www.w3.org': 'names of XML namespaces, asked by nobody',
  'http://json-schema.org': 'names of schema versions, asked by nobody',
  'https://json-schema.org': 'names of schema versions, asked by nobody',
  'https://react.dev': 'in the text of an error',
  'http://fb.me': 'in the text of an error of prop-types',
  'https://github.com': 'in the text of an error of WXT',
  'https://wxt.dev': 'in the text of an error of WXT',
};

async function filesOf(directory: string): Promise<string[]> {
  const all = await readdir(directory, { recursive: true, withFileTypes: true });
  return all.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
}

interface Manifest {
  name: string;
  default_locale?: string;
  permissions: string[];
  host_permissions: string[];
  optional_host_permissions: string[];
  content_scripts: { matches: string[] }[];
  content_security_policy: { extension_pages: string };
}

let manifest: Manifest;
let sources: [name: string, text: string][];

beforeAll(async () => {
  manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8'));
  const files = (await filesOf(folder)).filter((file) => /\.(js|html|css|json)$/.test(file));
  sources = await Promise.all(
    files.map(
      async (file): Promise<[string, string]> => [
        path.relative(folder, file),
        await readFile(file, 'utf8'),
      ],
    ),
  );
});

describe('what the built extension can reach', () => {
  it('no origin stands in it that nobody decided about', () => {
    const found = new Set<string>();
    for (const [name, text] of sources) {
      // The manifest's match patterns are the sites' own, below.
      if (name === 'manifest.json') continue;
      for (const [address] of text.matchAll(/\b(?:https?|wss?):\/\/[\w-][\w.-]*(?::\d+)?/g)) {
        found.add(address);
      }
    }
    expect([...found].filter((origin) => !(origin in origins))).toEqual([]);
    // A reason that is no longer needed goes.
    expect(Object.keys(origins).filter((origin) => !found.has(origin))).toEqual([]);
  });

  it('by its manifest: the pages of the sites’ list, and nothing else without asking', () => {
    const hosts = sites.flatMap((site) => site.hosts ?? []).map((host) => `https://${host}/*`);
    expect(manifest.host_permissions.sort()).toEqual(hosts.sort());
    const matches = manifest.content_scripts.flatMap((script) => script.matches);
    expect(matches.filter((match) => !hosts.includes(match))).toEqual([]);
    expect(manifest.permissions.sort()).toEqual([
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'sidePanel',
      'storage',
    ]);
  });

  it('shows nothing of itself to pages, and takes messages from no other extension', () => {
    expect(Object.keys(manifest)).not.toContain('web_accessible_resources');
    expect(Object.keys(manifest)).not.toContain('externally_connectable');
  });

  it('runs no code but what is in the package', () => {
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|blob:|\*/);
    for (const [name, text] of sources) {
      if (name.endsWith('.html')) {
        expect(text, name).not.toMatch(/<script(?![^>]*\bsrc="\/)[^>]*>/);
        expect(text, name).not.toMatch(/\son\w+=/);
      }
    }
  });

  it('makes neither code nor markup of a text, in any of its scripts', () => {
    const scripts = sources.filter(([name]) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(20);
    for (const [name, text] of scripts) expect(sinksIn(text), name).toEqual([]);
  });

  it('asks at installation for what docs/store.md says, word for word', async () => {
    const home = await mkdtemp(path.join(tmpdir(), 'salesmemory-build-'));
    const profile = path.join(home, 'profile');
    const context = await launch({ extension: folder, profile, headless: true });
    try {
      const worker = await serviceWorkerOf(context);
      const { default_locale: _, ...rest } = manifest;
      const plain = JSON.stringify({ ...rest, name: 'SalesMemory', description: '', commands: {} });
      const warnings = await worker.evaluate(
        (text) => chrome.management.getPermissionWarningsByManifest(text),
        plain,
      );
      const said = await readFile(new URL('../../docs/store.md', import.meta.url), 'utf8');
      for (const line of warnings.flatMap((warning) => warning.split('\n'))) {
        expect(said, line).toContain(line.trim());
      }
      expect(warnings.length).toBeGreaterThan(0);
    } finally {
      await context.close();
      await rm(home, { recursive: true, force: true });
    }
  });
});
