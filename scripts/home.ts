import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const repository = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Where this machine's memory, keys and logs live: SALESMEMORY_HOME, or `.salesmemory` here. */
export function homeFolder(): string {
  return path.resolve(repository, process.env.SALESMEMORY_HOME || '.salesmemory');
}

/**
 * Where Hindsight's Python packages live. Homes share one, since it takes minutes and over a
 * gigabyte: SALESMEMORY_VENV, or `.salesmemory/venv` in the repository.
 */
export function venvFolder(): string {
  return path.resolve(repository, process.env.SALESMEMORY_VENV || '.salesmemory/venv');
}

/**
 * The port of the local Hindsight: always the same, so that a browser that was pointed at it finds
 * it again. SALESMEMORY_PORT where another program has it.
 */
export function localPort(): number {
  return Number(process.env.SALESMEMORY_PORT) || 8911;
}
