import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { accept } from './accept.ts'
import { accessLog, closed } from './access-log.ts'
import { exportsBucket, prefix } from './place.ts'

/** Long enough for a centre to fetch what is its own and look at it; then nothing of the centre is left here. */
const kept = Duration.days(180)

/** Where centres that leave find everything that they own. */
export class Exports extends Construct {
  readonly key: Key

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.key = new Key(this, 'Key', {
      alias: `${prefix}/exports`,
      description: 'Exports of centres that leave',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const bucket = new Bucket(this, 'Files', {
      bucketName: exportsBucket(Stack.of(this).account),
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      ...closed,
      serverAccessLogsBucket: accessLog(this, 'the exports'),
      serverAccessLogsPrefix: 'exports/',
      lifecycleRules: [{ expiration: kept, noncurrentVersionExpiration: kept }],
    })
    accept(bucket, {
      'NIST.800.53.R5-S3BucketReplicationEnabled':
        'Everything stays in one Canadian region, whose storage spans its zones; the centre takes its own copy away.',
      'NIST.800.53.R5-S3BucketDefaultLockEnabled':
        'What a centre has taken away must be gone from here in time, so nothing in it is locked.',
    })
  }
}
