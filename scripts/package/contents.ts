import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import { repository } from '../home';
import { fail } from '../say';

const componentSchema = z.object({
  name: z.string(),
  version: z.string(),
  licenses: z
    .array(
      z.union([
        z.object({ license: z.object({ id: z.string().optional(), name: z.string().optional() }) }),
        z.object({ expression: z.string() }),
      ]),
    )
    .default([]),
});
const bomSchema = z.looseObject({ components: z.array(componentSchema) });

type Component = z.infer<typeof componentSchema>;

function licenceOf({ licenses }: Component): string {
  const names = licenses.map((one) =>
    'expression' in one ? one.expression : (one.license.id ?? one.license.name ?? 'unknown'),
  );
  return names.join(', ') || 'not stated';
}

/** What a release is made of. */
export interface Contents {
  /** The bill of materials (CycloneDX, JSON). */
  bom: string;
  /** Packages that the extension ships, with version and licence, as a Markdown table. */
  licences: string;
}

/** @returns the packages that the extension ships, as npm knows them. */
export function contents(): Contents {
  const made = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'], {
    cwd: repository,
    encoding: 'utf8',
  });
  if (made.status !== 0) fail('npm could not list the packages.', made.stderr.trim());
  const { components } = bomSchema.parse(JSON.parse(made.stdout));
  const rows = components.map((one) => `| ${one.name} | ${one.version} | ${licenceOf(one)} |`);
  return {
    bom: made.stdout,
    licences: `${['| package | version | licence |', '| --- | --- | --- |', ...rows].join('\n')}\n`,
  };
}

/** @returns what changed since the last release, from the commits: the newest tag, or the beginning. */
export function releaseNotes(version: string): string {
  const git = (...args: string[]) =>
    spawnSync('git', args, { cwd: repository, encoding: 'utf8' }).stdout.trim();
  const last = git('describe', '--tags', '--abbrev=0');
  const subjects = git('log', '--no-merges', '--format=- %s', last ? `${last}..HEAD` : 'HEAD');
  return `# SalesMemory ${version}\n\n${last ? `Since ${last}:` : 'The first release:'}\n\n${subjects}\n`;
}
