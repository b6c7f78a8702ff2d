import { afterEach } from 'vitest'
import { tally } from './tally.ts'

// What a test file has tried goes to the run with its results.
afterEach(({ task }) => {
  task.file.meta.tally = tally
})
