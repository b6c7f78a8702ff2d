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
  /** A file of the audit archive: a centre and an hour. */
  readonly file?: string
}

const isNumber = (value: unknown) => typeof value === 'number'
/** One word, as codes, ids and patterns are: no sentence is. */
const isWord = (value: unknown) => typeof value === 'string' && /^[\w/:{}.*-]{1,120}$/.test(value)
const isStack = (value: unknown) => typeof value === 'string' && value.split('\n').every((line) => frame.test(line))

/** `at name (file:line:column)`, as the engine writes it: not a line of a message that happens to begin like one. */
const frame =
  /^ {4}at (?:async )?(?:(?:new )?[\w$.<>[\]#]+(?: \[as [\w$.]+\])? )?\(?(?:file:\/\/|node:|\/)[\w@%./+-]+:\d+:\d+\)?$/
const mostFrames = 8

/** What each field's value looks like. */
const looks: Readonly<Record<keyof LogFields, (value: unknown) => boolean>> = {
  requestId: isWord,
  operation: isWord,
  method: isWord,
  route: isWord,
  status: isNumber,
  milliseconds: isNumber,
  tenant: isWord,
  actorKind: isWord,
  problem: isWord,
  error: isWord,
  stack: isStack,
  event: isWord,
  count: isNumber,
  file: isWord,
}

const logger = new Logger({ serviceName: 'rx-community' })

/**
 * Writes structured lines: a word that says what happened, and declared fields. What is not declared is left out and
 * what does not look like its field becomes a question mark, whatever the types were talked into.
 */
export const log = {
  info: (message: string, fields: LogFields = {}) => logger.info(isWord(message) ? message : '?', declared(fields)),
  error: (message: string, fields: LogFields = {}) => logger.error(isWord(message) ? message : '?', declared(fields)),
}

/** What may be said of an unexpected error: its class and where it came from. Its message may quote input. */
export function errorFields(error: unknown): Pick<LogFields, 'error' | 'stack'> {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => frame.test(line))
  return { error: error.name, ...(frames.length > 0 && { stack: frames.slice(0, mostFrames).join('\n') }) }
}

function declared(fields: LogFields): Record<string, unknown> {
  const names = Object.keys(looks) as (keyof LogFields)[]
  const given = names.filter((name) => fields[name] !== undefined)
  return Object.fromEntries(given.map((name) => [name, looks[name](fields[name]) ? fields[name] : '?']))
}
