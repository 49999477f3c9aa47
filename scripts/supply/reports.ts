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

/** An answer that isn't a report is no clean one: a registry that can't be asked knows nothing. */
function read<T>(schema: z.ZodType<T>, output: string, judge: (report: T) => Finding): Finding {
  try {
    // npm puts warnings in front.
    const json: unknown = JSON.parse(output.slice(Math.max(0, output.indexOf('{'))));
    const report = schema.safeParse(json);
    if (report.success) return judge(report.data);
    const { message } = z.object({ message: z.string() }).catch({ message: '' }).parse(json);
    return { said: 'unasked', what: [message || 'its answer is no report'] };
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
