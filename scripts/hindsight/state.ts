import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const State = z.object({
  /** The command that started the server, and the server's own processes. */
  owner: z.int().positive(),
  server: z.int().positive().optional(),
  port: z.int().positive(),
  baseUrl: z.url(),
  /** The folder that the database lives in. */
  database: z.string(),
});

/** What runs in a home at the moment. */
export type State = z.infer<typeof State>;

const Secrets = z.object({ apiKey: z.string().min(32), databasePassword: z.string().min(32) });

/** Made once per home: the key of the API, and the password of its database. */
export type Secrets = z.infer<typeof Secrets>;

const stateFile = (home: string) => path.join(home, 'hindsight.json');
const secretsFile = (home: string) => path.join(home, 'secrets.json');

/** Where the server's output goes. */
export const logOf = (home: string) => path.join(home, 'hindsight.log');

/** Everything of Hindsight's in a home but its database, which may be elsewhere. */
export const filesOf = (home: string) => [
  stateFile(home),
  secretsFile(home),
  logOf(home),
  path.join(home, 'server'),
];

/** The lock that whoever starts or stops something in this home holds. */
export const lockOf = (home: string) => path.join(home, 'hindsight.lock');

function readJson<T>(file: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(fs.readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Written beside and renamed, so that no reader sees half a file. */
function writePrivately(file: string, value: unknown): void {
  const beside = `${file}.${process.pid}`;
  fs.writeFileSync(beside, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(beside, file);
}

/** What runs in this home, or undefined if nothing was recorded or the record is unreadable. */
export function readState(home: string): State | undefined {
  return readJson(stateFile(home), State);
}

/** Records what runs in this home. */
export function writeState(home: string, state: State): void {
  writePrivately(stateFile(home), state);
}

/** Forgets what ran in this home. */
export function clearState(home: string): void {
  fs.rmSync(stateFile(home), { force: true });
}

/** This home's secrets, made on first use in a file that only its owner can read. */
export function secretsOf(home: string): Secrets {
  const known = readJson(secretsFile(home), Secrets);
  if (known) return known;
  const made = {
    apiKey: randomBytes(24).toString('hex'),
    databasePassword: randomBytes(24).toString('hex'),
  };
  writePrivately(secretsFile(home), made);
  return made;
}
