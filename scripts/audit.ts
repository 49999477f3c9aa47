import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from './home';
import { run, say } from './say';
import { type Finding, npmFinding, pipFinding, signatureFinding } from './supply/reports';

const help = `Asks the registries what is known against the pinned packages. Needs their network.

  npm run audit
  --help         this text

Ends with 0 where nothing is, 1 where something is, and 2 where a registry couldn't be asked, which
is no good news. High and critical advisories of npm count, every one of PyPI, and a signature that is
wrong or missing.`;

/** pip-audit itself, pinned like what it looks at. */
const pipAudit = 'pip-audit==2.10.1';
const pythonPins = path.join('scripts', 'hindsight', 'requirements.txt');

function output(command: string, args: string[]): string {
  const done = spawnSync(command, args, {
    cwd: repository,
    encoding: 'utf8',
    timeout: 240_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return done.stdout || done.stderr || done.error?.message || '';
}

function tell(title: string, finding: Finding): number {
  if (finding.said === 'clean') {
    say(`✓ ${title}: nothing known against ${finding.packages} packages`);
    return 0;
  }
  say(
    `✗ ${title}: ${finding.said === 'found' ? finding.what.join('; ') : `not asked, ${finding.what}`}`,
  );
  return finding.said === 'found' ? 1 : 2;
}

await run(async () => {
  const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
  if (values.help) {
    say(help);
    return 0;
  }
  const lock = JSON.parse(readFileSync(path.join(repository, 'package-lock.json'), 'utf8'));
  const packages = Object.keys(lock.packages).length - 1;
  const codes = [
    tell('advisories of npm', npmFinding(output('npm', ['audit', '--json']))),
    tell(
      'signatures of npm',
      signatureFinding(output('npm', ['audit', 'signatures', '--json']), packages),
    ),
    tell(
      'advisories of PyPI',
      pipFinding(
        output('pipx', [
          'run',
          pipAudit,
          '--require-hashes',
          '--disable-pip',
          '--format=json',
          '-r',
          pythonPins,
        ]),
      ),
    ),
  ];
  return codes.includes(1) ? 1 : Math.max(...codes);
});
