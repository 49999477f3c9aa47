import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { npmFinding, pipFinding, signatureFinding } from '../../../scripts/supply/reports';

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

describe('the workflow', () => {
  const workflow = read('.github/workflows/test.yml');
  it('audits with that command, in a job that may only read', () => {
    expect(workflow).toMatch(/^permissions:\n {2}contents: read$/m);
    expect(workflow).toMatch(/^ {6}- run: npm run audit$/m);
    expect(JSON.parse(read('package.json')).scripts.audit).toBe('node scripts/run.mjs audit');
  });
});
