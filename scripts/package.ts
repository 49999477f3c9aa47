import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from './home';
import { type Archive, makeArchive, stores } from './package/archive';
import { contents, releaseNotes } from './package/contents';
import { tryInFirefox } from './package/firefox';
import { isReproducible } from './package/twice';
import { fail, run, say, step } from './say';

const help = `Makes what the stores are given, in .output/release.

  npm run package                 archives for Chrome, Edge and Firefox with their SHA-256, the bill
                                  of materials, the licences of what is shipped, the release notes
  npm run package -- --check      and checks them: the same archive from another folder, nothing for
                                  Mozilla's linter to warn of, and a try in Firefox (Debian: firefox-esr)
  --help                          this text`;

/** Mozilla's linter, fetched when it is asked for: it is larger than everything else that is installed. */
const linter = 'addons-linter@10.14.0';

function lint({ folder }: Archive): void {
  const args = ['--yes', linter, '--output', 'json', folder];
  const { stdout, stderr } = spawnSync('npx', args, { encoding: 'utf8', cwd: repository });
  const begin = stdout.indexOf('{');
  if (begin < 0)
    fail('The linter could not be run.', stderr.trim().split('\n').slice(-5).join('\n'));
  const { errors, warnings } = JSON.parse(stdout.slice(begin)) as Record<
    'errors' | 'warnings',
    { code: string; file?: string; message: string }[]
  >;
  const found = [...errors, ...warnings];
  if (found.length > 0) {
    fail(
      `The linter found ${errors.length} errors and ${warnings.length} warnings.`,
      ...found.map(({ code, file, message }) => [code, file, message].filter(Boolean).join(' ')),
    );
  }
}

await run(async () => {
  const { values } = parseArgs({
    options: { check: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    say(help);
    return 0;
  }
  const { version } = JSON.parse(await readFile(path.join(repository, 'package.json'), 'utf8')) as {
    version: string;
  };
  const out = path.join(repository, '.output', 'release');
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const archives: Archive[] = [];
  for (const store of stores) {
    archives.push(await step(`Packing for ${store}`, () => makeArchive(store, version)));
  }
  const sums = archives.map(({ file, sha256 }) => `${sha256}  ${path.basename(file)}\n`).join('');
  const { bom, licences } = contents();
  const write = (name: string, text: string) => writeFile(path.join(out, name), text);
  await Promise.all([
    ...archives.map(({ file }) => copyFile(file, path.join(out, path.basename(file)))),
    write('SHA256SUMS', sums),
    write('sbom.cdx.json', bom),
    write('licences.md', licences),
    write('release-notes.md', releaseNotes(version)),
  ]);
  if (values.check) {
    for (const archive of archives) {
      const same = await step(`Packing for ${archive.store} in another folder`, () =>
        isReproducible(archive, version),
      );
      if (!same) fail(`The archive for ${archive.store} came out different the second time.`);
    }
    const firefox = archives.find(({ store }) => store === 'firefox');
    if (firefox) {
      await step("Mozilla's linter", async () => lint(firefox));
      const tried = await step('Trying it in Firefox', () => tryInFirefox(firefox.file));
      say(`  ${tried}`);
    }
  }
  process.stdout.write(sums);
  return 0;
});
