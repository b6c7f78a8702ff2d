import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { accept } from './accept.ts'

const kept = Duration.days(400)

/** What every bucket is: closed to the public, reached over TLS only, with all versions, and kept. */
export const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  versioned: true,
  removalPolicy: RemovalPolicy.RETAIN,
} as const

/** A bucket for the access log of the one bucket beside it. */
export function accessLog(scope: Construct, of: string): IBucket {
  const bucket = new Bucket(scope, 'AccessLog', {
    encryption: BucketEncryption.S3_MANAGED,
    ...closed,
    lifecycleRules: [{ expiration: kept, noncurrentVersionExpiration: kept }],
  })
  const noLog = `It holds the access log of ${of}; one of its own would fill itself.`
  accept(bucket, {
    'AwsSolutions-S1': noLog,
    'NIST.800.53.R5-S3BucketLoggingEnabled': noLog,
    'NIST.800.53.R5-S3BucketReplicationEnabled': `It tells who reached ${of}, and nothing is made from it.`,
    'NIST.800.53.R5-S3BucketDefaultLockEnabled': 'S3 delivers no access log to a bucket whose objects are locked.',
    'NIST.800.53.R5-S3DefaultEncryptionKMS': 'S3 delivers access logs only to a bucket encrypted with its own keys.',
  })
  // The library’s own class misses its interface by an optional field.
  return bucket as IBucket
}
