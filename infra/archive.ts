import { CfnParameter, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, type IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { accept } from './accept.ts'
import { archiveBucket, prefix } from './place.ts'

const usualYears = 10
const accessLogKept = Duration.days(400)

/**
 * Where the audit log is archived. For the years of the parameter nobody removes a version of a file or shortens its
 * lock, the account's owner included; the bucket's policy lets nobody put a second version over a first.
 */
export class Archive extends Construct {
  readonly key: Key
  readonly #bucket: Bucket

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.key = new Key(this, 'Key', {
      alias: `${prefix}/audit-archive`,
      description: 'Archive of the audit log',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.#bucket = new Bucket(this, 'Files', {
      bucketName: archiveBucket(Stack.of(this).account),
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      ...closed,
      versioned: true,
      objectLockEnabled: true,
      serverAccessLogsBucket: this.#accessLog(),
      serverAccessLogsPrefix: 'audit/',
    })
    this.#lock()
    this.#writeOnce()
    accept(this.#bucket, {
      'NIST.800.53.R5-S3BucketReplicationEnabled':
        'Everything stays in one Canadian region, whose storage spans its zones; a write-once bucket takes no copies.',
    })
  }

  #lock(): void {
    const years = new CfnParameter(Stack.of(this), 'AuditArchiveYears', {
      description:
        'Years for which no file of the audit archive can be removed by anybody; never shortened for files that are there',
      type: 'Number',
      default: usualYears,
      minValue: 1,
      maxValue: 100,
    })
    if (!(this.#bucket.node.defaultChild instanceof CfnBucket)) return
    this.#bucket.node.defaultChild.objectLockConfiguration = {
      objectLockEnabled: 'Enabled',
      rule: { defaultRetention: { mode: 'COMPLIANCE', years: years.valueAsNumber } },
    }
  }

  #writeOnce(): void {
    const refuse = (sid: string, actions: string[], conditions: Record<string, Record<string, string>> = {}) =>
      this.#bucket.addToResourcePolicy(
        new PolicyStatement({
          sid,
          effect: Effect.DENY,
          principals: [new AnyPrincipal()],
          actions,
          resources: [this.#bucket.arnForObjects('*')],
          conditions,
        }),
      )
    refuse('NothingOver', ['s3:PutObject'], { Null: { 's3:if-none-match': 'true' } })
    refuse('NothingAway', ['s3:DeleteObject', 's3:DeleteObjectVersion'])
  }

  /** Who opened or listed the archive. */
  #accessLog(): IBucket {
    const bucket = new Bucket(this, 'AccessLog', {
      encryption: BucketEncryption.S3_MANAGED,
      ...closed,
      versioned: true,
      lifecycleRules: [{ expiration: accessLogKept, noncurrentVersionExpiration: accessLogKept }],
    })
    accept(bucket, {
      'AwsSolutions-S1': 'It holds the access log of the archive; one of its own would fill itself.',
      'NIST.800.53.R5-S3BucketLoggingEnabled':
        'It holds the access log of the archive; one of its own would fill itself.',
      'NIST.800.53.R5-S3BucketReplicationEnabled': 'It tells who read the archive, and nothing is made from it.',
      'NIST.800.53.R5-S3BucketDefaultLockEnabled': 'S3 delivers no access log to a bucket whose objects are locked.',
      'NIST.800.53.R5-S3DefaultEncryptionKMS': 'S3 delivers access logs only to a bucket encrypted with its own keys.',
    })
    // The library's own class misses its interface by an optional field.
    return bucket as IBucket
  }
}

const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} as const
