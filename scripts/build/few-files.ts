import type { InlineConfig } from 'vite';

type ModuleInfo = { importers: readonly string[] } | null;
type Modules = { getModuleInfo(id: string): ModuleInfo };

/** The pages that read a module before they show anything, by their folders. */
function pagesOf(id: string, modules: Modules): Set<string> {
  const pages = new Set<string>();
  const seen = new Set<string>();
  const climb = (at: string) => {
    if (seen.has(at)) return;
    seen.add(at);
    const page = /entrypoints\/(\w+)\/(?:main\.tsx|index\.html)$/.exec(at)?.[1];
    if (page) pages.add(page);
    for (const importer of modules.getModuleInfo(at)?.importers ?? []) climb(importer);
  };
  climb(id);
  return pages;
}

/** Every page: popup, panel, options, week. */
const allPages = 4;

/**
 * Files of shared code, the first that a module belongs to. What a page alone reads is its own. Each is a
 * group of its own, before the next: in one group a module takes along what it reads, and the popup would
 * load the panel's file, 3 kB, for a small part of it.
 */
const shared: [file: string, holds: (pages: Set<string>) => boolean][] = [
  ['every-page', (pages) => pages.size === allPages],
  ['popup-and-panel', (pages) => pages.has('popup') && pages.size > 1],
  ['panel-and-others', (pages) => pages.size > 1],
];

/**
 * Lets pages load few files: each one takes the browser as long to open as some tens of kilobytes to
 * read, and the bundler alone makes one of each set of pages and later parts that share something. The
 * styles of all pages are one file too.
 *
 * @param config of the build of all pages, changed in place
 */
export function fewFiles(config: InlineConfig): void {
  const output = config.build?.rolldownOptions?.output;
  if (!config.build || !output || Array.isArray(output)) {
    throw new Error('The build of the pages is set up otherwise than few-files.ts expects.');
  }
  config.build.cssCodeSplit = false;
  output.codeSplitting = {
    groups: shared.map(([file, holds], index) => ({
      priority: shared.length - index,
      name: (id: string, modules: Modules) => (holds(pagesOf(id, modules)) ? file : null),
    })),
  };
}
