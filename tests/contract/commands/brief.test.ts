import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Brief } from '../../../lib/brief/types';
import { repository } from '../../../scripts/home';
import { sampleDeals, sampleHistory, sampleTime } from '../../../scripts/samples/deals';

const now = '2026-11-24T09:00:00.000Z';

/** Runs the command as `npm run brief -- …` does, without the installation before it. */
function brief(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/brief.ts', ...args], {
    cwd: repository,
    encoding: 'utf8',
  });
}

describe('npm run brief', () => {
  let folder: string;
  const file = (name: string) => path.join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'salesmemory-brief-'));
    const [priya] = sampleDeals;
    if (!priya) throw new Error('no sample deal');
    const history = sampleHistory(priya, now).map(({ id, type, ...entry }) => entry);
    await writeFile(file('priya.json'), JSON.stringify(history));
    await writeFile(file('broken.json'), '[{"at": "yesterday"');
    await writeFile(
      file('wrong.json'),
      JSON.stringify([{ at: 'yesterday', summary: 'x', prospect: 'P' }]),
    );
    await writeFile(
      file('two.json'),
      JSON.stringify([
        { at: now, summary: 'x', prospect: 'P', email: 'p@x.example' },
        { at: now, summary: 'y', prospect: 'Q', email: 'q@x.example' },
      ]),
    );
    await writeFile(file('none.json'), '[]');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('prints a brief whose entries sum to the score and whose claims are quoted', () => {
    const ran = brief('--history', file('priya.json'), '--now', now);
    expect(ran.status).toBe(0);
    const printed = JSON.parse(ran.stdout) as Brief;
    expect(printed.score).toBeGreaterThanOrEqual(65);
    expect(printed.score).toBeLessThanOrEqual(75);
    expect(printed).toMatchObject({ label: 'Hot', momentum: 'improving', confidence: 'Medium' });
    expect(printed.ledger.reduce((sum, { points }) => sum + points, 0)).toBe(printed.score);
    expect(printed.recommended_action.evidence.length).toBeGreaterThan(0);
  });

  it('takes a model’s raw answer through the same checks', async () => {
    const quote = 'Pilot agreed for 20 reps';
    const [last] = sampleDeals[0]?.calls.slice(-1) ?? [];
    const at = sampleTime(last?.daysAgo ?? 0, now);
    const written = (patch: object) => ({
      kind: 'pilot_agreed',
      topic: null,
      memory_id: 'log-4',
      date: at.slice(0, 10),
      quote,
      due: null,
      ...patch,
    });
    const signals = [written({}), written({ quote: 'They signed for a million' })];
    await writeFile(file('answer.json'), JSON.stringify({ signals, risk: null, action: null }));
    const args = ['--history', file('priya.json'), '--now', now, '--answer', file('answer.json')];
    const printed = JSON.parse(brief(...args).stdout) as Brief;
    expect(printed.signals.map((signal) => [signal.kind, signal.quote])).toEqual([
      ['pilot_agreed', quote],
    ]);
    expect(printed.dropped.count).toBe(1);
  });

  it('of an empty history says that nobody was spoken to', () => {
    const ran = brief('--history', file('none.json'), '--now', now);
    expect(ran.status).toBe(0);
    expect((JSON.parse(ran.stdout) as Brief).interactions.count).toBe(0);
  });

  it.each([
    ['a file that isn’t there', ['--history', '/nowhere.json'], /can't be read/],
    ['half a JSON', ['--history', 'broken.json'], /isn't JSON/],
    ['an entry that doesn’t fit', ['--history', 'wrong.json'], /Entry 1, field "at"/],
    ['several people', ['--history', 'two.json'], /several people/],
    ['a wrong date', ['--history', 'priya.json', '--now', 'soon'], /no ISO 8601 date/],
  ])('says what is wrong with %s, and fails', (_, args, message) => {
    const ran = brief(
      ...args.map((arg) => (arg.endsWith('.json') ? path.resolve(folder, arg) : arg)),
    );
    expect(ran.status).toBe(1);
    expect(ran.stderr).toMatch(message);
    expect(ran.stdout).toBe('');
  });

  it('explains itself', () => {
    expect(brief('--help').stderr).toMatch(/--history FILE/);
    expect(brief().status).toBe(1);
  });
});
