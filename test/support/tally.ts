declare module 'vitest' {
  interface TaskMeta {
    tally?: typeof tally
  }
}

/** What one test file has tried and found, for the line that the run ends with. */
export const tally = {
  /** Operations tried by callers. */
  pairs: 0,
  /** Times that the policies were asked. */
  decisions: 0,
  /** What was got that should not have been. */
  leaks: 0,
}
