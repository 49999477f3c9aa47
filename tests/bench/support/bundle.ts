import path from 'node:path';
import { build, type Rolldown } from 'vite';
import { repository } from '../../../scripts/home';

/** @returns a file of this project, with all that it imports, as one script for a page. */
export async function bundleForPage(file: string): Promise<string> {
  const built = (await build({
    configFile: false,
    root: repository,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: path.join(repository, file), output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
}
