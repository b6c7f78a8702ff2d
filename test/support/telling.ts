import { afterEach, beforeAll } from 'vitest'
import { tally } from './tally.ts'

// Files share their modules, and each counts for itself.
beforeAll(() => {
  Object.assign(tally, { pairs: 0, decisions: 0, leaks: 0 })
})

// What a test file has tried goes to the run with its results.
afterEach(({ task }) => {
  task.file.meta.tally = { ...tally }
})
