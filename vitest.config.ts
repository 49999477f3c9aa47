import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
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
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/setup.ts'],
          // Most of a file's time is waiting for a page or a server; more than two would only take turns.
          maxWorkers: 2,
          // A browser, a database and a server share two cores. What fails twice in a row is wrong;
          // what fails once is reported as retried.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
