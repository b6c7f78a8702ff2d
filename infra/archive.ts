import { CfnParameter, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Bucket, BucketEncryption, CfnBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { accept } from './accept.ts'
import { accessLog, closed } from './access-log.ts'
import { archiveBucket, prefix } from './place.ts'

const usualYears = 10

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
      objectLockEnabled: true,
      serverAccessLogsBucket: accessLog(this, 'the archive'),
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
}
