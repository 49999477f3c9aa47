import type { KnownProspect } from '../../lib/messages';
import { fillBank, invented, logsEach } from './support/fill';
import type { BenchResult } from './support/result';
import { withServer } from './support/server';
import { isSmoke, type Spread, timed } from './support/spread';
import { spreadCell, table } from './support/table';

/** Prospects in the bank. */
const sizes = isSmoke ? [25] : [100, 1_000];
const times = 5;

/** Whether the list says of everybody how often and when last they were spoken with. */
function isRight(known: KnownProspect[], people: number): boolean {
  return (
    known.length === people &&
    known.every(({ count, lastAt, prospect }) => count === logsEach && lastAt && prospect.company)
  );
}

/** How long the list of everybody takes, beside what it would take to read each history. */
export default async function measure(): Promise<BenchResult> {
  return withServer(async ({ bank, databaseUrl }) => {
    const { connection, memory } = await bank();
    const rows: { people: number; all: Spread; one: Spread; right: boolean }[] = [];
    for (const people of sizes) {
      await fillBank(connection, databaseUrl, people * logsEach);
      const right = isRight(await memory.allProspects(), people);
      const all = await timed(times, () => memory.allProspects());
      const one = await timed(times, () => memory.historyOf(invented(7)));
      rows.push({ people, all, one, right });
    }
    const markdown = [
      '### Everybody that a bank knows, with last contact, count and company',
      '',
      `${logsEach} logs of each prospect. From tags, without reading a document; a history of one prospect stands beside it, since a first version would read one for each.`,
      '',
      table(
        ['prospects', 'list of all, ms', 'one history, ms', 'complete and right'],
        rows.map(({ people, all, one, right }) => [
          people,
          spreadCell(all),
          spreadCell(one),
          right ? 'yes' : 'no',
        ]),
      ),
    ].join('\n');
    return { markdown, json: { sizes: rows } };
  });
}
