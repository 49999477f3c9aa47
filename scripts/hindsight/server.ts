import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fail } from '../say';
import type { HindsightFiles } from './environment';
import { end, isStill, lastLines } from './processes';

/** A model that the server itself reasons with, at an address that speaks OpenAI's protocol. */
export interface ServerModel {
  baseUrl: string;
  apiKey: string;
  model: string;
}

/** How long the first answer may take, in milliseconds: a first start migrates the database. */
const START_TIMEOUT = 120_000;

/** What of the environment the server may see: enough to run and to reach a model. */
const PASSED_ON = [
  'PATH',
  'TMPDIR',
  'LANG',
  'LC_ALL',
  'TZ',
  'SSL_CERT_FILE',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'http_proxy',
  'https_proxy',
];

/** What a process of Hindsight's runs with. */
export interface Surroundings {
  files: HindsightFiles;
  databaseUrl: string;
  apiKey: string;
  /** The model it reasons with; without one it stores what it is given, verbatim. */
  llm?: ServerModel | undefined;
  /** Further settings of Hindsight's, by the names of their environment variables. */
  settings?: Readonly<Record<string, string>> | undefined;
}

/** Makes the working folder of a process of Hindsight's. */
export function workingFolder(folder: string): string {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  // The server obeys the nearest .env above its working folder; this one stops the search.
  fs.writeFileSync(path.join(folder, '.env'), '');
  return folder;
}

/** @returns the environment of a process of Hindsight's that works in a folder. */
export function environmentOf(
  { files, databaseUrl, apiKey, llm, settings = {} }: Surroundings,
  folder: string,
): NodeJS.ProcessEnv {
  const inherited = PASSED_ON.flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  );
  const model = llm
    ? {
        HINDSIGHT_API_LLM_PROVIDER: 'openai',
        HINDSIGHT_API_LLM_BASE_URL: llm.baseUrl,
        HINDSIGHT_API_LLM_API_KEY: llm.apiKey,
        HINDSIGHT_API_LLM_MODEL: llm.model,
      }
    : { HINDSIGHT_API_LLM_PROVIDER: 'none' };
  return {
    ...Object.fromEntries(inherited),
    ...model,
    HOME: folder,
    NO_PROXY: '127.0.0.1,localhost',
    no_proxy: '127.0.0.1,localhost',
    PYTHONUNBUFFERED: '1',
    HF_HUB_OFFLINE: '1',
    HINDSIGHT_API_DATABASE_URL: databaseUrl,
    HINDSIGHT_API_TENANT_EXTENSION: 'hindsight_api.extensions.builtin.tenant:ApiKeyTenantExtension',
    HINDSIGHT_API_TENANT_API_KEY: apiKey,
    HINDSIGHT_API_WORKER_ID: 'salesmemory',
    HINDSIGHT_API_EMBEDDINGS_PROVIDER: 'onnx',
    HINDSIGHT_API_EMBEDDINGS_ONNX_MODEL_PATH: files.model,
    HINDSIGHT_API_EMBEDDINGS_ONNX_TOKENIZER_NAME_OR_PATH: files.tokenizer,
    HINDSIGHT_API_EMBEDDINGS_ONNX_DIMENSIONS: '384',
    HINDSIGHT_API_EMBEDDINGS_ONNX_QUERY_PREFIX: '',
    HINDSIGHT_API_EMBEDDINGS_ONNX_PASSAGE_PREFIX: '',
    HINDSIGHT_API_RERANKER_PROVIDER: 'rrf',
    ...settings,
  };
}

/** Whether a Hindsight server answers at this address. Never throws. */
export async function isHealthy(baseUrl: string): Promise<boolean> {
  try {
    return (await fetch(`${baseUrl}/health`, { signal: AbortSignal.timeout(3_000) })).ok;
  } catch {
    return false;
  }
}

/**
 * Starts the API server and waits until it answers.
 *
 * @param options.home its working folder is made in there
 * @param options.log its output is appended there
 * @param options.onSpawn told its process id at once, before it answers
 * @returns the process, in a group of its own so that Ctrl-C doesn't reach it first
 * @throws a Problem with the last lines of the log, if it ends or doesn't answer in two minutes
 */
export async function startServer(
  options: Surroundings & {
    home: string;
    port: number;
    baseUrl: string;
    log: string;
    onSpawn(pid: number): void;
  },
): Promise<ChildProcess> {
  const { files, home, port, baseUrl, log } = options;
  const folder = workingFolder(path.join(home, 'server'));
  const output = fs.openSync(log, 'a', 0o600);
  const child = spawn(files.server, ['--host', '127.0.0.1', '--port', String(port)], {
    cwd: folder,
    env: environmentOf(options, folder),
    detached: true,
    stdio: ['ignore', output, output],
  });
  fs.closeSync(output);
  child.unref();
  let failure = '';
  child.once('error', (error) => {
    failure = error.message;
  });
  if (child.pid) options.onSpawn(child.pid);

  for (const until = Date.now() + START_TIMEOUT; !(await isHealthy(baseUrl)); await sleep(150)) {
    const ended = failure || child.exitCode !== null || child.signalCode !== null;
    if (!ended && Date.now() < until) continue;
    if (!ended && child.pid) await stopServer(child.pid);
    fail(
      ended ? 'Hindsight ended while it started.' : 'Hindsight did not answer within two minutes.',
      ...(failure ? [failure] : lastLines(log)),
      `All of it: ${log}`,
    );
  }
  return child;
}

/** Stops a server by its recorded process id, if that is still one. */
export async function stopServer(pid: number): Promise<void> {
  if (isStill(pid, 'hindsight-api')) await end(-pid, 'SIGTERM', 10_000);
}
