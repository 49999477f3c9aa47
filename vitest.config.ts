import { defineConfig } from 'vitest/config';

/**
 * Test files at the same time. By itself, a run leaves one processor free, which of two is half; more than
 * two would only take turns, since most of a file's time with a server or a page is waiting for it.
 */
const maxWorkers = 2;

/**
 * A browser, a database and a server share two cores. What fails twice in a row is wrong; what fails once
 * is reported as retried.
 */
const retry = 1;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          maxWorkers,
          // How long something takes is for the bench; this only ends what hangs.
          testTimeout: 30_000,
          setupFiles: ['tests/unit/english.ts'],
        },
      },
      {
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          globalSetup: ['tests/contract/setup.ts'],
          setupFiles: ['tests/unit/english.ts'],
          maxWorkers,
          retry,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/setup.ts'],
          maxWorkers,
          retry,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
