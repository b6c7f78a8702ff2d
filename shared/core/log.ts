import { Logger } from '@aws-lambda-powertools/logger'

/** The only fields a log line may have: none of them can hold what a person said, is called or suffers from. */
export interface LogFields {
  readonly requestId?: string
  readonly operation?: string
  readonly method?: string
  /** The route's pattern, never the path that was asked for. */
  readonly route?: string
  readonly status?: number
  readonly milliseconds?: number
  readonly tenant?: string
  readonly actorKind?: string
  readonly problem?: string
  readonly error?: string
  readonly stack?: string
  readonly event?: string
  readonly count?: number
}

const logger = new Logger({ serviceName: 'rx-community' })

/** Writes structured lines made of declared fields only. */
export const log = {
  info: (message: string, fields: LogFields = {}) => logger.info(message, { ...fields }),
  error: (message: string, fields: LogFields = {}) => logger.error(message, { ...fields }),
}

/** What may be said of an unexpected error: its class and where it came from. Its message may quote input. */
export function errorFields(error: unknown): Pick<LogFields, 'error' | 'stack'> {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { error: error.name, stack: frames.slice(0, 8).join('\n') }
}
