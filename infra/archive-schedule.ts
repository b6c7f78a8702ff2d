import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { ProductFunction } from './functions.ts'
import { prefix } from './place.ts'

/** The archiver's call, twenty minutes after every hour: the hour's last entries have come by then. */
export class ArchiveSchedule extends Construct {
  constructor(scope: Construct, id: string, archiver: ProductFunction, uncalled: Queue) {
    super(scope, id)
    new Rule(this, 'Hourly', {
      ruleName: `${prefix}-archive`,
      description: 'Archives the audit log of the hour before',
      schedule: Schedule.cron({ minute: '20' }),
      targets: [
        new LambdaFunction(archiver.function, {
          deadLetterQueue: uncalled,
          maxEventAge: Duration.hours(1),
          retryAttempts: 3,
        }),
      ],
    })
  }
}
