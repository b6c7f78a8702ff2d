import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const patience = { testTimeout: 60_000, hookTimeout: 60_000 }

/**
 * Files share what they import: the product keeps no state in its modules but caches, and reading it anew for each file
 * would take a third of the time.
 */
const shared = { isolate: false }

/** It listens to all that is logged, by a logger that it sets before anything has loaded one. */
const alone = ['test/api/logs.test.ts']
const env = { POWERTOOLS_LOG_LEVEL: 'SILENT' }

/** They look through all that the engine holds: before other files fill it, that is little. */
const first = ['test/api/disposals.test.ts', 'test/api/offboarding.test.ts']

class Order extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isFirst = ({ moduleId }: TestSpecification) => first.some((file) => moduleId.endsWith(file))
    const place = sorted.findIndex(({ project }) => project.name === 'product')
    return sorted.filter((file) => !isFirst(file)).toSpliced(place, 0, ...sorted.filter(isFirst))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: Order },
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
