import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { Key } from 'aws-cdk-lib/aws-kms'
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { accept } from './accept.ts'
import { exportsBucket, prefix } from './place.ts'

/** Long enough for a centre to fetch what is its own and look at it; then nothing of the centre is left here. */
const kept = Duration.days(180)
const accessLogKept = Duration.days(400)

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
    const log = new Bucket(this, 'AccessLog', {
      encryption: BucketEncryption.S3_MANAGED,
      ...closed,
      lifecycleRules: [{ expiration: accessLogKept, noncurrentVersionExpiration: accessLogKept }],
    })
    const bucket = new Bucket(this, 'Files', {
      bucketName: exportsBucket(Stack.of(this).account),
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      ...closed,
      // The library’s own class misses its interface by an optional field.
      serverAccessLogsBucket: log as IBucket,
      serverAccessLogsPrefix: 'exports/',
      lifecycleRules: [{ expiration: kept, noncurrentVersionExpiration: kept }],
    })
    const ofLog = 'It holds the access log of the exports; one of its own would fill itself.'
    accept(log, {
      'AwsSolutions-S1': ofLog,
      'NIST.800.53.R5-S3BucketLoggingEnabled': ofLog,
      'NIST.800.53.R5-S3BucketReplicationEnabled': 'It tells who read the exports, and nothing is made from it.',
      'NIST.800.53.R5-S3BucketDefaultLockEnabled': 'S3 delivers no access log to a bucket whose objects are locked.',
      'NIST.800.53.R5-S3DefaultEncryptionKMS': 'S3 delivers access logs only to a bucket encrypted with its own keys.',
    })
    accept(bucket, {
      'NIST.800.53.R5-S3BucketReplicationEnabled':
        'Everything stays in one Canadian region, whose storage spans its zones; the centre takes its own copy away.',
      'NIST.800.53.R5-S3BucketDefaultLockEnabled':
        'What a centre has taken away must be gone from here in time, so nothing in it is locked.',
    })
  }
}

const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  versioned: true,
  removalPolicy: RemovalPolicy.RETAIN,
} as const
