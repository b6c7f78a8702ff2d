import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/engine.ts',
    setupFiles: 'test/support/telling.ts',
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
    // The engine writes one transaction at a time, so more workers than cores only wait.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
