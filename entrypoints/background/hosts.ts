import { browser } from 'wxt/browser';

/** @returns the hosts, as in match patterns, that scripts of the manifest's own serve. */
export function builtInHosts(): string[] {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  return scripts.flatMap(({ matches }) =>
    (matches ?? []).map((pattern) => pattern.split('/')[2] ?? ''),
  );
}
