import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { ProductFunction } from './functions.ts'
import { prefix } from './place.ts'

/** Looks for centres that leave, and goes on with them from where they are. */
export class OffboardSchedule extends Construct {
  constructor(scope: Construct, id: string, offboarder: ProductFunction, uncalled: Queue) {
    super(scope, id)
    new Rule(this, 'Regularly', {
      ruleName: `${prefix}-offboard`,
      description: 'Goes on with centres that leave',
      schedule: Schedule.rate(Duration.minutes(15)),
      targets: [
        new LambdaFunction(offboarder.function, {
          deadLetterQueue: uncalled,
          maxEventAge: Duration.minutes(10),
          retryAttempts: 0,
        }),
      ],
    })
  }
}
