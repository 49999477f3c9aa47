import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { repository } from '../home';
import { isRunning, withLock } from '../lock.mjs';
import { fail, say, step } from '../say';
import { ensureEnvironment } from './environment';
import { freePort } from './ports';
import { databaseFolder, startDatabase } from './postgres';
import { end } from './processes';
import { isHealthy, type ServerModel, startServer } from './server';
import { lockOf, logOf, readState, type State, secretsOf, writeState } from './state';
import { removeData, stopAll, stopRecorded } from './stop';

export { ensureEnvironment, removeData, stopAll };

/** A running Hindsight server. */
export interface Hindsight {
  /** Where it answers, without a slash at the end. */
  baseUrl: string;
  /** Sent as a bearer token. */
  apiKey: string;
  /** Its output. */
  logFile: string;
  /** Whether this process started it, or found it running. */
  owned: boolean;
  /** Stops it with its database if this process started it. The data stay. */
  stop(): Promise<void>;
  /** Kills the API server without warning; the database goes on. For tests of a crash. */
  kill(): Promise<void>;
  /** Starts the API server again at the same address after it was killed or ended. */
  restart(): Promise<void>;
}

/** What to start. */
export interface HindsightOptions {
  /** The folder of its data, key and log. */
  home: string;
  /** The port of the API; without it, any free one. */
  port?: number;
  /** A model for the server itself; without it, it stores what it is given, verbatim. */
  llm?: ServerModel;
  /** Further settings of Hindsight's, by the names of their environment variables. */
  settings?: Readonly<Record<string, string>>;
}

async function running(home: string): Promise<State | undefined> {
  const state = readState(home);
  if (!state?.server || !isRunning(state.owner) || !isRunning(state.server)) return undefined;
  return (await isHealthy(state.baseUrl)) ? state : undefined;
}

function found(home: string, state: State, logFile: string): Hindsight {
  const notOurs = async () => fail('This Hindsight was started by another command.');
  return {
    baseUrl: state.baseUrl,
    apiKey: secretsOf(home).apiKey,
    logFile,
    owned: false,
    stop: async () => {},
    kill: notOurs,
    restart: notOurs,
  };
}

function startGuard(home: string): ChildProcess {
  const guard = path.join(repository, 'scripts', 'hindsight', 'guard.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', guard, home, String(process.pid)], {
    cwd: repository,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  // A pipe that is a handle of the event loop would keep a finished command alive.
  (child.stdin as unknown as { unref(): void }).unref();
  return child;
}

async function start(home: string, options: HindsightOptions, logFile: string): Promise<Hindsight> {
  const files = await ensureEnvironment();
  const { apiKey, databasePassword } = secretsOf(home);
  const port = await freePort(options.port);
  const baseUrl = `http://127.0.0.1:${port}`;
  const database = databaseFolder(home);
  // One run's log is enough to explain it, and does not grow for ever.
  fs.rmSync(logFile, { force: true });
  let state: State = { owner: process.pid, port, baseUrl, database };
  const guard = startGuard(home);
  const gone = new Promise<void>((resolve) => guard.once('exit', () => resolve()));
  writeState(home, state);

  const stop = async () => {
    await stopAll(home);
    guard.ref();
    guard.stdin?.end();
    await gone;
  };

  try {
    const databaseUrl = await step('Starting the database', async () =>
      startDatabase({
        pg0: files.pg0,
        folder: database,
        port: await freePort(),
        password: databasePassword,
        log: logFile,
      }),
    );
    const launch = () =>
      startServer({
        files,
        home,
        port,
        baseUrl,
        databaseUrl,
        apiKey,
        log: logFile,
        llm: options.llm,
        settings: options.settings,
        onSpawn: (server) => {
          state = { ...state, server };
          writeState(home, state);
        },
      });
    await step('Starting Hindsight', launch);
    return {
      baseUrl,
      apiKey,
      logFile,
      owned: true,
      stop,
      kill: async () => {
        if (state.server) await end(-state.server, 'SIGKILL', 5_000);
      },
      restart: async () => {
        await launch();
      },
    };
  } catch (error) {
    await stopRecorded(home);
    guard.stdin?.end();
    throw error;
  }
}

/**
 * Starts a Hindsight server with its own database, or finds the one that already runs in the home.
 * What this process starts ends with it, however it ends; the data stay.
 *
 * @throws a Problem: no Python, no network on a first start, a taken port, or why it ended
 */
export async function startHindsight(options: HindsightOptions): Promise<Hindsight> {
  const home = path.resolve(options.home);
  fs.mkdirSync(home, { recursive: true, mode: 0o700 });
  const logFile = logOf(home);
  return withLock(
    lockOf(home),
    async () => {
      const state = await running(home);
      if (state) {
        const other = options.port !== undefined && options.port !== state.port;
        if (other || options.llm || options.settings) {
          fail(
            `Hindsight already runs here, at ${state.baseUrl}, with other settings.`,
            'Stop it first: npm run stop',
          );
        }
        return found(home, state, logFile);
      }
      await stopRecorded(home);
      return start(home, options, logFile);
    },
    () => say('→ Another command is starting or stopping Hindsight here; waiting for it…'),
  );
}
