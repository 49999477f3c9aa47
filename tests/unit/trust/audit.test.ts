import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  exitCode,
  type Finding,
  npmFinding,
  pipFinding,
  saidBy,
  signatureFinding,
} from '../../../scripts/supply/reports';

const read = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');

const npm = (vulnerabilities: object) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities,
    metadata: { vulnerabilities: { total: 1 }, dependencies: { prod: 30, dev: 400, total: 430 } },
  });

describe('what auditors say', () => {
  it('is clean only where each gave a report with nothing in it', () => {
    expect(npmFinding(npm({}))).toEqual({ said: 'clean', packages: 430 });
    expect(signatureFinding('{"invalid":[],"missing":[]}', 430)).toMatchObject({ said: 'clean' });
    const none = { dependencies: [{ name: 'attrs', version: '26.1.0', vulns: [] }], fixes: [] };
    expect(pipFinding(JSON.stringify(none))).toEqual({ said: 'clean', packages: 1 });
  });

  it('is named where there is something', () => {
    const found = npmFinding(
      npm({ a: { name: 'a', severity: 'high' }, b: { name: 'b', severity: 'moderate' } }),
    );
    expect(found).toEqual({ said: 'found', what: ['a: high'] });
    const unsigned = {
      invalid: [{ name: 'a', version: '1.0.0', code: 'EINTEGRITY' }],
      missing: [],
    };
    expect(signatureFinding(JSON.stringify(unsigned), 1)).toMatchObject({
      said: 'found',
      what: ['a 1.0.0: wrong signature'],
    });
    const known = {
      dependencies: [
        { name: 'x', version: '1.0', vulns: [{ id: 'PYSEC-2026-1', fix_versions: ['1.1'] }] },
        { name: 'y', skip_reason: 'not on PyPI' },
      ],
    };
    expect(pipFinding(JSON.stringify(known))).toEqual({
      said: 'found',
      what: ['x 1.0: PYSEC-2026-1', 'y: not looked up, not on PyPI'],
    });
  });

  it.each([
    [
      'an error of the registry',
      'npm warn audit 405\n{"message":"405 Method Not Allowed","error":{}}',
    ],
    ['a page of a proxy', '<html>Sign in</html>'],
    ['nothing', ''],
    ['a report of another shape', '{"vulnerabilities":[]}'],
  ])('is never clean after %s', (_, output) => {
    for (const finding of [npmFinding(output), signatureFinding(output, 1), pipFinding(output)])
      expect(finding.said).toBe('unasked');
  });
});

describe('an auditor that could not ask', () => {
  it.each<[string, string, string]>([
    [
      'a mirror that takes no such question',
      JSON.stringify({
        message:
          '405 Method Not Allowed - POST https://x.example/-/npm/v1/security/advisories/bulk',
        method: 'POST',
        uri: 'https://x.example/-/npm/v1/security/advisories/bulk',
        headers: { allow: ['GET, HEAD'] },
        statusCode: 405,
        body: { type: 'Buffer', data: [] },
      }),
      '405 Method Not Allowed',
    ],
    [
      'a registry that never answers',
      JSON.stringify({
        error: { code: 'ETIMEDOUT', summary: 'network timeout at: https://x.example', detail: '' },
      }),
      'ETIMEDOUT network timeout',
    ],
    [
      'a failure of pip-audit',
      'WARNING:pip_audit:…\nERROR:pip_audit._cli:Could not connect to PyPI’s vulnerability feed',
      'Could not connect to PyPI',
    ],
  ])('is told from %s', (_, said, words) => {
    for (const finding of [npmFinding(said), signatureFinding(said, 1), pipFinding(said)]) {
      expect(finding).toMatchObject({ said: 'unasked', what: [expect.stringContaining(words)] });
    }
  });

  it('is told by how it ended', () => {
    const ended = { stdout: '', stderr: '' };
    const failed = (code: string) => Object.assign(new Error(`spawnSync pipx ${code}`), { code });
    expect(saidBy('pipx', { ...ended, error: failed('ENOENT') }, 120)).toBe(
      "pipx isn't installed here",
    );
    expect(saidBy('npm', { stdout: '{"half', stderr: '', error: failed('ETIMEDOUT') }, 120)).toBe(
      'npm had no answer within 120 s',
    );
    expect(saidBy('npm', { stdout: '', stderr: 'npm error code E500\n' }, 120)).toBe(
      'npm error code E500',
    );
  });

  it('makes no end of 0', () => {
    const clean: Finding = { said: 'clean', packages: 1 };
    const unasked: Finding = { said: 'unasked', what: ['405'] };
    const found: Finding = { said: 'found', what: ['a: high'] };
    expect(exitCode([clean, clean, clean])).toBe(0);
    expect(exitCode([clean, unasked, clean])).toBe(2);
    expect(exitCode([unasked, found, clean])).toBe(1);
    expect(exitCode([])).toBe(2);
  });

  it('of PyPI names each advisory once, by the id that it is looked up by', () => {
    const vulns = [
      {
        id: 'PYSEC-2026-7',
        fix_versions: ['2.1'],
        aliases: ['CVE-2026-1234', 'GHSA-aaaa-bbbb-cccc'],
        description: 'A crafted header …',
      },
    ];
    const said = JSON.stringify({
      dependencies: [{ name: 'x', version: '2.0', vulns }],
      fixes: [],
    });
    expect(pipFinding(said)).toEqual({ said: 'found', what: ['x 2.0: PYSEC-2026-7'] });
  });
});

describe('the workflow', () => {
  const workflow = read('.github/workflows/test.yml');
  it('audits with that command, in a job that may only read', () => {
    expect(workflow).toMatch(/^permissions:\n {2}contents: read$/m);
    expect(workflow).toMatch(/^ {6}- run: npm run audit$/m);
    expect(JSON.parse(read('package.json')).scripts.audit).toBe('node scripts/run.mjs audit');
  });
});
