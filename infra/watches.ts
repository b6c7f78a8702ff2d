import { Duration } from 'aws-cdk-lib'
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { type TableName, tables } from '../shared/db/tables.ts'
import type { Api } from './api.ts'
import type { FunctionName } from './bundle.ts'
import type { ProductFunction } from './functions.ts'
import { prefix, region } from './place.ts'

export interface Watched {
  readonly functions: Readonly<Record<FunctionName, ProductFunction>>
  readonly api: Api
  readonly deadLetters: readonly Queue[]
}

/** One thing that somebody should hear of. */
export interface Watch {
  readonly name: string
  /** What it means and what to look at, for whoever is woken by it. */
  readonly meaning: string
  readonly metric: IMetric
  /** The value from which it counts. */
  readonly from: number
  /** Periods in a row, of five minutes unless the metric says another; one unless said. */
  readonly times?: number
  /** Hearing nothing at all counts too. */
  readonly silence?: true
}

const period = Duration.minutes(5)
const longestAnswerMs = 3_000
const longestDelayMs = 5 * 60_000

export function watches({ functions, api, deadLetters }: Watched): readonly Watch[] {
  return [
    ...Object.entries(functions).flatMap(([name, made]) => ofFunction(name, made)),
    ...[functions.api, functions.admin].map(slow),
    {
      name: 'events-late',
      meaning: 'Events wait more than five minutes: figures and messages lag. Look at the log of the events function.',
      metric: functions.events.function.metric('IteratorAge', { statistic: Stats.MAXIMUM, period }),
      from: longestDelayMs,
    },
    ...deadLetters.map(ofDeadLetters),
    unarchived(functions.archive),
    {
      name: 'api-failures',
      meaning: 'Requests end in a 5xx: callers see errors. Look at the log of the api function.',
      metric: api.rest.metricServerError({ statistic: Stats.SUM, period }),
      from: 5,
    },
    {
      name: 'firewall-blocks',
      meaning: 'Many requests are blocked: an attack, or a rule that stops honest callers. Look at the firewall log.',
      metric: new Metric({
        namespace: 'AWS/WAFV2',
        metricName: 'BlockedRequests',
        dimensionsMap: { WebACL: api.firewall.name, Region: region, Rule: 'ALL' },
        statistic: Stats.SUM,
        period,
      }),
      from: 500,
    },
    ...(Object.keys(tables) as TableName[]).flatMap((name) => [ofTable(name, 'Read'), ofTable(name, 'Write')]),
  ]
}

function ofFunction(name: string, { function: made }: ProductFunction): Watch[] {
  return [
    {
      name: `${name}-errors`,
      meaning: `The ${name} function fails. Look at its log for the error’s name and where it came from.`,
      metric: made.metricErrors({ period }),
      from: 1,
    },
    {
      name: `${name}-throttles`,
      meaning: `The ${name} function is at its reserved concurrency: raise the stack’s parameter, or find who floods it.`,
      metric: made.metricThrottles({ period }),
      from: 1,
    },
  ]
}

function slow({ function: made, name }: ProductFunction): Watch {
  return {
    name: `${name}-slow`,
    meaning: `One request in a hundred to the ${name} function takes three seconds or more. Look at its traces.`,
    metric: made.metricDuration({ statistic: Stats.percentile(99), period }),
    from: longestAnswerMs,
    times: 3,
  }
}

/** A run that failed anywhere has not succeeded. */
function unarchived({ function: made }: ProductFunction): Watch {
  const hour = Duration.hours(1)
  return {
    name: 'archive-late',
    meaning: 'No run of the archive function succeeded for three hours. Look at its log: it names the centre and why.',
    metric: new MathExpression({
      expression: 'IF(runs > failures, 0, 1)',
      usingMetrics: {
        runs: made.metricInvocations({ period: hour, statistic: Stats.SUM }),
        failures: made.metricErrors({ period: hour, statistic: Stats.SUM }),
      },
      label: 'hours without an archive',
      period: hour,
    }),
    from: 1,
    times: 3,
    silence: true,
  }
}

function ofDeadLetters(queue: Queue): Watch {
  return {
    name: `${queue.node.id.toLowerCase()}-letters`,
    meaning: 'Something could not be dealt with and waits among the dead letters: mend the cause, then send it again.',
    metric: queue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM, period }),
    from: 1,
  }
}

/** A hot partition may show on one index only, so the table's and its indexes' refusals are added up. */
function ofTable(name: TableName, side: 'Read' | 'Write'): Watch {
  const metrics = [undefined, ...tables[name].indexes].map((index, place) => [
    `m${place}`,
    new Metric({
      namespace: 'AWS/DynamoDB',
      metricName: `${side}ThrottleEvents`,
      dimensionsMap: {
        TableName: `${prefix}-${name}`,
        ...(index !== undefined && { GlobalSecondaryIndexName: index }),
      },
      statistic: Stats.SUM,
      period,
    }),
  ])
  return {
    name: `${name}-${side.toLowerCase()}-throttled`,
    meaning: `The table ${name} turns requests away: a partition is hot. Callers are told to try again.`,
    metric: new MathExpression({
      expression: 'SUM(FILL(METRICS(), 0))',
      usingMetrics: Object.fromEntries(metrics),
      label: 'throttled',
      period,
    }),
    from: 1,
  }
}
