import { Duration, Stack } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, Dashboard, GraphWidget, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import { prefix } from './place.ts'
import { type Watched, watches } from './watches.ts'

export interface ObservabilityProps extends Watched {
  /** Who is told. */
  readonly email: string
  readonly key: IKey
}

/** Tells people when something needs them, and shows how things are. */
export class Observability extends Construct {
  constructor(scope: Construct, id: string, { email, key, ...watched }: ObservabilityProps) {
    super(scope, id)
    const topic = new Topic(this, 'Topic', { topicName: `${prefix}-alarms`, masterKey: key, enforceSSL: true })
    topic.addSubscription(new EmailSubscription(email))
    // A topic with a policy of its own lets nobody publish who is not named.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
    const tell = new SnsAction(topic)
    for (const { name, meaning, metric, from, times = 1, silence } of watches(watched)) {
      const alarm = new Alarm(this, name, {
        alarmName: `${prefix}-${name}`,
        alarmDescription: meaning,
        metric,
        threshold: from,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        evaluationPeriods: times,
        treatMissingData: silence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      })
      alarm.addAlarmAction(tell)
      alarm.addOkAction(tell)
    }
    this.#board(watched)
  }

  #board({ functions, api }: Watched): void {
    const board = new Dashboard(this, 'Board', { dashboardName: prefix, defaultInterval: Duration.hours(12) })
    const all = Object.values(functions).map((made) => made.function)
    board.addWidgets(
      new GraphWidget({
        title: 'Requests',
        left: [api.rest.metricCount()],
        right: [api.rest.metricClientError(), api.rest.metricServerError()],
      }),
      new GraphWidget({ title: 'Duration, p99', left: all.map((one) => one.metricDuration({ statistic: 'p99' })) }),
      new GraphWidget({ title: 'Errors', left: all.map((one) => one.metricErrors()) }),
    )
  }
}
