import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from './home';
import { run, say } from './say';
import {
  exitCode,
  type Finding,
  npmFinding,
  pipFinding,
  saidBy,
  signatureFinding,
} from './supply/reports';

const help = `Asks the registries what is known against the pinned packages. Needs their network.

  npm run audit
  --help         this text

Ends with 0 where nothing is, 1 where something is, and 2 where a registry couldn't be asked, which
is no good news. High and critical advisories of npm count, every one of PyPI, and a signature that is
wrong or missing.`;

/** pip-audit itself, pinned like what it looks at. */
const pipAudit = 'pip-audit==2.10.1';
const pythonPins = path.join('scripts', 'hindsight', 'requirements.txt');

/** How long one registry may take to answer for all packages (s). */
const patience = 120;

/** Asks one registry, and tells what came of it. */
function ask(title: string, [command = '', ...args]: string[], judge: (said: string) => Finding) {
  say(`→ ${title}…`);
  const ended = spawnSync(command, args, {
    cwd: repository,
    encoding: 'utf8',
    timeout: patience * 1000,
    maxBuffer: 64 * 1024 * 1024,
  });
  const finding = judge(saidBy(command, ended, patience));
  if (finding.said === 'clean') {
    say(`✓ ${title}: nothing known against ${finding.packages} packages`);
  } else if (finding.said === 'found') {
    say(`✗ ${title}: ${finding.what.join('; ')}`);
  } else {
    say(`? ${title}: couldn't be asked. ${finding.what.join('; ')}`);
  }
  return finding;
}

await run(async () => {
  const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
  if (values.help) {
    say(help);
    return 0;
  }
  const lock = JSON.parse(readFileSync(path.join(repository, 'package-lock.json'), 'utf8'));
  const packages = Object.keys(lock.packages).length - 1;
  const findings = [
    ask('advisories of npm', ['npm', 'audit', '--json'], npmFinding),
    ask('signatures of npm', ['npm', 'audit', 'signatures', '--json'], (said) =>
      signatureFinding(said, packages),
    ),
    ask(
      'advisories of PyPI',
      [
        ...['pipx', 'run', pipAudit, '--require-hashes', '--disable-pip', '--format=json'],
        ...['-r', pythonPins],
      ],
      pipFinding,
    ),
  ];
  const unasked = findings.filter(({ said }) => said === 'unasked').length;
  if (unasked > 0) {
    say(
      `${unasked} of ${findings.length} couldn't be asked: of their packages nothing is known, good or bad.`,
    );
    say('Try again where the registries of npm and PyPI answer, e.g. without a mirror in between.');
  }
  return exitCode(findings);
});
