import { defineConfig } from 'vitest/config'

const patience = { testTimeout: 60_000, hookTimeout: 60_000 }

/**
 * Files share what they import: the product keeps no state in its modules but caches, and reading it anew for each file
 * would take a third of the time.
 */
const shared = { isolate: false }

/** It listens to all that is logged, by a logger that it sets before anything has loaded one. */
const alone = ['test/api/logs.test.ts']
const env = { POWERTOOLS_LOG_LEVEL: 'SILENT' }

export default defineConfig({
  test: {
    // The engine writes one transaction at a time, so more workers than cores only wait.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'product',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', ...alone],
          globalSetup: 'test/support/engine.ts',
          setupFiles: 'test/support/telling.ts',
          env,
          ...patience,
          ...shared,
        },
      },
      { test: { name: 'alone', include: alone, env, ...patience } },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/support/built.ts',
          // A real browser on a busy machine may be late once; what fails twice is wrong.
          retry: 1,
          env,
          ...patience,
          ...shared,
        },
      },
    ],
  },
})
