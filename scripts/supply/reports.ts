import { z } from 'zod';

/** What one auditor said: nothing known against any package, or what; or that it couldn't be asked. */
export type Finding =
  | { said: 'clean'; packages: number }
  | { said: 'found' | 'unasked'; what: string[] };

const npmReport = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })),
  metadata: z.object({ dependencies: z.object({ total: z.number() }) }),
});
const signatureReport = z.object({
  invalid: z.array(z.object({ name: z.string(), version: z.string() })),
  missing: z.array(z.object({ name: z.string(), version: z.string() })),
});
const pipReport = z.object({
  dependencies: z.array(
    z.object({
      name: z.string(),
      version: z.string().optional(),
      skip_reason: z.string().optional(),
      vulns: z.array(z.object({ id: z.string() })).default([]),
    }),
  ),
});

/** How an auditor ended, as Node tells it. */
export interface Ended {
  stdout: string | null;
  stderr: string | null;
  error?: Error | undefined;
}

/** @returns what an auditor said, or in words why it said nothing. @param seconds that it was given */
export function saidBy(command: string, { stdout, stderr, error }: Ended, seconds: number): string {
  const { code } = (error ?? {}) as { code?: string };
  if (code === 'ENOENT') return `${command} isn't installed here`;
  if (code === 'ETIMEDOUT') return `${command} had no answer within ${seconds} s`;
  return stdout?.trim() || stderr?.trim() || error?.message || '';
}

/**
 * What the command ends with: 1 where something is known against a package, 2 where nothing is but
 * somebody couldn't be asked, 0 only where all were asked and know of nothing.
 */
export function exitCode(findings: readonly Finding[]): 0 | 1 | 2 {
  const said = (what: Finding['said']) => findings.some((one) => one.said === what);
  if (said('found')) return 1;
  return said('unasked') || findings.length === 0 ? 2 : 0;
}

/** How npm tells of a registry that refused, or that wasn't reached. */
const npmFailure = z.union([
  z.object({ message: z.string().min(1) }).transform(({ message }) => message),
  z
    .object({ error: z.object({ code: z.string(), summary: z.string() }) })
    .transform(({ error }) => `${error.code} ${error.summary}`),
]);

/** An answer that isn't a report is no clean one: a registry that can't be asked knows nothing. */
function read<T>(schema: z.ZodType<T>, output: string, judge: (report: T) => Finding): Finding {
  try {
    // npm puts warnings in front.
    const json: unknown = JSON.parse(output.slice(Math.max(0, output.indexOf('{'))));
    const report = schema.safeParse(json);
    if (report.success) return judge(report.data);
    const failure = npmFailure.catch('its answer is no report').parse(json);
    return { said: 'unasked', what: [failure.trim()] };
  } catch {
    return { said: 'unasked', what: [output.trim().split('\n').at(-1) || 'it said nothing'] };
  }
}

const verdict = (what: string[], packages: number): Finding =>
  what.length > 0 ? { said: 'found', what } : { said: 'clean', packages };

/** @param output of `npm audit --json` */
export function npmFinding(output: string): Finding {
  return read(npmReport, output, ({ vulnerabilities, metadata }) =>
    verdict(
      Object.entries(vulnerabilities)
        .filter(([, { severity }]) => severity === 'high' || severity === 'critical')
        .map(([name, { severity }]) => `${name}: ${severity}`),
      metadata.dependencies.total,
    ),
  );
}

/** @param output of `npm audit signatures --json` @param packages how many there are */
export function signatureFinding(output: string, packages: number): Finding {
  return read(signatureReport, output, ({ invalid, missing }) =>
    verdict(
      [
        ...invalid.map(({ name, version }) => `${name} ${version}: wrong signature`),
        ...missing.map(({ name, version }) => `${name} ${version}: no signature`),
      ],
      packages,
    ),
  );
}

/** @param output of `pip-audit --format json` */
export function pipFinding(output: string): Finding {
  return read(pipReport, output, ({ dependencies }) =>
    verdict(
      dependencies.flatMap(({ name, version, skip_reason, vulns }) => [
        ...vulns.map(({ id }) => `${name} ${version}: ${id}`),
        ...(skip_reason ? [`${name}: not looked up, ${skip_reason}`] : []),
      ]),
      dependencies.length,
    ),
  );
}
