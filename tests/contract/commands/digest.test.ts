import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Digest } from '../../../lib/digest/types';
import { repository } from '../../../scripts/home';
import { sampleDeals, sampleHistory } from '../../../scripts/samples/deals';

const now = '2026-11-24T09:00:00.000Z';

/** Runs the command as `npm run digest -- …` does, without the installation before it. */
function digest(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/digest.ts', ...args], {
    cwd: repository,
    encoding: 'utf8',
  });
}

describe('npm run digest', () => {
  let folder: string;
  const file = (name: string) => path.join(folder, name);
  const given = () => ['--history', file('deals.json'), '--now', now];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'salesmemory-digest-'));
    const logs = sampleDeals.flatMap((deal) =>
      sampleHistory(deal, now).map(({ id, type, ...entry }) => entry),
    );
    await writeFile(file('deals.json'), JSON.stringify(logs));
    await writeFile(file('none.json'), '[]');
    await writeFile(file('broken.json'), '[{"at"');
    await writeFile(file('wrong.json'), JSON.stringify([{ at: 'soon', prospect: 'P' }]));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('prints every deal once, James Okafor at Paysend among those that need attention', () => {
    const ran = digest(...given());
    expect(ran.status).toBe(0);
    const [red = '', rest = ''] = ran.stdout.split('## 🟡');
    expect(red).toMatch(/\*\*James Okafor, Paysend\*\*/);
    for (const { prospect } of sampleDeals) expect(red + rest).toContain(prospect.company ?? '');
    expect(ran.stdout.match(/^\d+\. \*\*/gm)).toHaveLength(sampleDeals.length);
  });

  it('shows what would be sent, and takes the answer to it through the checks', async () => {
    const prompt = digest(...given(), '--prompt').stdout;
    const ids = [...prompt.matchAll(/^\{"id":"(d\d+)","who":"([^"]+)"/gm)];
    expect(ids).toHaveLength(sampleDeals.length);
    const said = ids.map(([, id]) => ({ id, bucket: '🟢 On track', why: null, action: null }));
    const answer = { deals: [...said.slice(1), { ...said[1] }, { ...said[1], id: 'd99' }] };
    await writeFile(
      file('answer.json'),
      `Here you are:\n\`\`\`json\n${JSON.stringify(answer)}\n\`\`\``,
    );
    const ran = digest(...given(), '--answer', file('answer.json'), '--json');
    expect(ran.status).toBe(0);
    const { entries, mended } = JSON.parse(ran.stdout) as Digest;
    expect(entries).toHaveLength(sampleDeals.length);
    expect(mended).toMatchObject({ missing: 1, doubled: 1, invented: 1 });
    const james = entries.find(({ prospect }) => prospect.name === 'James Okafor');
    expect(james?.bucket).toBe('attention');
  });

  it('of nobody says so', () => {
    expect(digest('--history', file('none.json')).stdout).toMatch(/No prospects are remembered/);
  });

  it.each([
    ['a file that isn’t there', 'nowhere.json', /can't be read/],
    ['half a JSON', 'broken.json', /isn't JSON/],
    ['an entry that doesn’t fit', 'wrong.json', /field "at"/],
  ])('says what is wrong with %s, and fails', (_, name, message) => {
    const ran = digest('--history', file(name));
    expect(ran.status).toBe(1);
    expect(ran.stderr).toMatch(message);
  });

  it('says when an answer can’t be used', async () => {
    await writeFile(file('half.json'), '{"deals": [');
    const ran = digest(...given(), '--answer', file('half.json'));
    expect(ran.status).toBe(1);
    expect(ran.stderr).toMatch(/The order by rules stands/);
  });
});
