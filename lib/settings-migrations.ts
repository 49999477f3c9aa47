import { z } from 'zod';

/** Settings as some version of the extension stored them; fields of later versions stay as they are. */
export type StoredSettings = Record<string, unknown>;

/** The version that this code writes. */
export const settingsVersion = 2;

/**
 * From each version to the next. Values without a version are of the first, which wrote none.
 * `tests/fixtures/settings` holds an example of each.
 */
const steps: Record<number, (stored: StoredSettings) => StoredSettings> = {
  // The first steps came later: who has a server set up has taken them.
  1: (stored) => ({ firstRunDone: hasServer(stored), ...stored }),
};

function hasServer({ connection }: StoredSettings): boolean {
  return (
    isObject(connection) && typeof connection.baseUrl === 'string' && connection.baseUrl !== ''
  );
}

const versionSchema = z.object({ version: z.number().int().min(1).catch(1) });

/** @returns the version of stored settings. */
export function versionOf(stored: StoredSettings): number {
  return versionSchema.parse({ version: stored.version }).version;
}

/**
 * Brings stored settings to the version of this code. What a later version stored is left as it is:
 * this code reads of it what it knows.
 *
 * @returns an object, whatever was stored
 */
export function migrated(stored: unknown): StoredSettings {
  const known = z.record(z.string(), z.unknown()).safeParse(stored);
  let value: StoredSettings = known.success ? known.data : {};
  for (let version = versionOf(value); version < settingsVersion; version += 1) {
    value = { ...(steps[version]?.(value) ?? value), version: version + 1 };
  }
  return value;
}

/**
 * @returns what to store when known settings change: fields that only a later version knows stay, so
 * that going back a version destroys nothing of the one after it.
 */
export function merged(stored: unknown, known: StoredSettings): StoredSettings {
  const before = migrated(stored);
  const inner = (name: string) => ({
    ...(isObject(before[name]) ? before[name] : {}),
    ...(isObject(known[name]) ? known[name] : {}),
  });
  return {
    ...before,
    ...known,
    connection: inner('connection'),
    model: inner('model'),
    version: Math.max(settingsVersion, versionOf(before)),
  };
}

function isObject(value: unknown): value is StoredSettings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
