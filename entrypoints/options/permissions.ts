import type { Settings } from '../../lib/settings';

/**
 * @returns the match pattern that lets the extension reach an address (any port: patterns have
 * none), or null where it isn't an http address.
 */
export function patternOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  return `${protocol}//${hostname}/*`;
}

/** @returns the patterns that changed settings need. */
export function patternsOf({ connection, model }: Partial<Settings>): string[] {
  const addresses = [
    connection?.baseUrl,
    model?.use === 'groq' ? 'https://api.groq.com' : undefined,
    model?.use === 'openai_compatible' ? model.openaiBaseUrl : undefined,
  ];
  const patterns = addresses.map((address) => (address ? patternOf(address) : null));
  return patterns.filter((pattern) => pattern !== null);
}

/**
 * Asks Chrome for the patterns. Call it in the click's own task, before any await.
 *
 * @returns whether they are granted; true without asking where none are needed.
 */
export async function requestPermission(patterns: string[]): Promise<boolean> {
  if (patterns.length === 0) return true;
  return chrome.permissions.request({ origins: patterns });
}
