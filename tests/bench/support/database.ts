import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { databaseFolder } from '../../../scripts/hindsight/postgres';
import { secretsOf } from '../../../scripts/hindsight/state';
import { venvFolder } from '../../../scripts/home';

/** Runs statements from the standard input in one transaction, and prints the last one's first row. */
const runner = `
import json, sys, psycopg2
with psycopg2.connect(sys.argv[1]) as connection, connection.cursor() as cursor:
    cursor.execute(sys.stdin.read())
    print(json.dumps(cursor.fetchone() if cursor.description else None, default=str))
`;

/** The address of the database that a running Hindsight of a home uses. */
export function databaseUrlOf(home: string): string {
  const folder = path.join(databaseFolder(home), '.pg0/instances/salesmemory/data/postmaster.pid');
  const port = fs.readFileSync(folder, 'utf8').split('\n')[3]?.trim();
  const { databasePassword } = secretsOf(home);
  return `postgresql://hindsight:${databasePassword}@127.0.0.1:${port}/hindsight`;
}

/**
 * Runs SQL with the Python environment's own driver, so that no other client is needed. This process
 * goes on meanwhile: one that stood still for longer than the server keeps a connection open (30 s)
 * would send its next request to nobody.
 *
 * @returns the first row of the last statement, or null. @throws with what the database said
 */
export async function sql(url: string, statements: string): Promise<unknown[] | null> {
  const python = path.join(venvFolder(), 'bin', 'python');
  const running = promisify(execFile)(python, ['-c', runner, url]);
  // A process that ended before it read anything says why by itself.
  running.child.stdin?.on('error', () => undefined).end(statements);
  const { stdout } = await running.catch(({ stderr, message }) => {
    throw new Error((stderr || message).trim().slice(-1000));
  });
  return JSON.parse(stdout);
}
