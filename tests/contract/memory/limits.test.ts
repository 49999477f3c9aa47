import { describe, expect, it } from 'vitest';
import { prospectSchema } from '../../../lib/identity/prospect';
import { log, newBank, store } from './bank';

describe('the longest names that a form takes', () => {
  // Where each script's signs begin, and how many there are to choose from.
  const scripts: [string, number, number][] = [
    ['Latin', 0x61, 26],
    ['Arabic', 0x62a, 33],
    ['Chinese', 0x4e00, 20_000],
    ['emoji', 0x1f600, 64],
  ];
  it.each(scripts)('in %s are stored, found and listed', async (_, first, many) => {
    const memory = await newBank();
    // Ever other signs, since repeated ones would shrink in the database.
    const signs = (length: number) =>
      Array.from({ length }, (_, at) =>
        String.fromCodePoint(first + ((at * at * 31 + at * 7919) % many)),
      );
    const long = (length: number) => {
      const drawn = signs(length);
      return drawn.slice(0, Math.floor(length / (drawn[0]?.length ?? 1))).join('');
    };
    const withAddress = prospectSchema.parse({
      name: long(200),
      company: long(200),
      email: `${long(300)}@long.example`,
    });
    const nameOnly = prospectSchema.parse({ name: long(200), company: long(200) });
    const logs = [withAddress, nameOnly].map(({ name, email, company }) =>
      log({ prospect: name, email, company, summary: `with ${email ?? 'no address'}` }),
    );
    await store(memory, ...logs);
    expect(await memory.historyOf(withAddress)).toEqual([logs[0]]);
    expect(await memory.historyOf(nameOnly)).toEqual([{ ...logs[1], email: undefined }]);
    expect(await memory.knownProspects('')).toHaveLength(2);
  });

  it('of all logs in a request at once are stored and known to be', async () => {
    const memory = await newBank();
    const logs = Array.from({ length: 20 }, (_, at) =>
      log({ prospect: '山'.repeat(198) + at, company: '田'.repeat(200), email: undefined }),
    );
    await store(memory, ...logs);
    expect(await memory.allLogs()).toHaveLength(20);
  });
});
