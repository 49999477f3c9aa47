import { readFile } from 'node:fs/promises';
import { fail } from './say';

/** @returns the text of a file; of standard input for "-". One that can't be read ends the command. */
export async function textIn(file: string): Promise<string> {
  const source = file === '-' ? '/dev/stdin' : file;
  return readFile(source, 'utf8').catch((error: Error) =>
    fail(`${file} can't be read: ${error.message}`, 'Give the path of a file.'),
  );
}
