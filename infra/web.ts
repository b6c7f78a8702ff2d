import { Duration } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  GeoRestriction,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { accept } from './accept.ts'
import { accessLog, closed } from './access-log.ts'
import { apiPaths } from './console-headers.ts'
import { consolePolicy } from './console-policy.ts'
import { onRequest } from './edge.ts'
import { proofHeader } from './origin-proof.ts'

export interface WebProps {
  readonly domain: string
  /** Of the certificate that CloudFront shows: it takes one from us-east-1 only. */
  readonly certificateArn: string
  /** Where the API's own entry is; it knows the host name by the Host header. */
  readonly api: string
  readonly proof: string
}

/** Long enough to go back to any version that somebody might still have open, or miss. */
const oldVersionsKept = Duration.days(180)

/** All that CloudFront would otherwise answer again for ten seconds, to whoever asks, whatever the answer says. */
const refusals = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504]

/** The one host name that people see: the console's files, and the API behind it, of which the edge keeps nothing. */
export class Web extends Construct {
  /** Where the host name's DNS record should point. */
  readonly target: string
  /** Name of the bucket that the console's files are put into. */
  readonly files: string

  constructor(scope: Construct, id: string, props: WebProps) {
    super(scope, id)
    const bucket = this.#bucket()
    const toApi = this.#toApi(props)
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Rx: Community',
      domainNames: [props.domain],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', props.certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      // The smallest there is: North America and Europe. Which edge answers is CloudFront's choice, see the docs.
      priceClass: PriceClass.PRICE_CLASS_100,
      geoRestriction: GeoRestriction.allowlist('CA'),
      defaultBehavior: this.#toConsole(bucket),
      additionalBehaviors: Object.fromEntries(apiPaths.flatMap((path) => [path, `${path}/*`].map((at) => [at, toApi]))),
      errorResponses: refusals.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
    })
    accept(distribution, {
      'AwsSolutions-CFR2':
        'The firewall stands before the API and sees every request to it; what is served from here are public files.',
      'AwsSolutions-CFR3':
        'CloudFront’s log cannot leave out addresses of people, paths and queries; the API’s own log tells of each request without them.',
    })
    this.target = distribution.distributionDomainName
    this.files = bucket.bucketName
  }

  #bucket(): Bucket {
    const bucket = new Bucket(this, 'Files', {
      encryption: BucketEncryption.S3_MANAGED,
      ...closed,
      serverAccessLogsBucket: accessLog(this, 'the console’s files'),
      serverAccessLogsPrefix: 'console/',
      lifecycleRules: [{ noncurrentVersionExpiration: oldVersionsKept }],
    })
    accept(bucket, {
      'NIST.800.53.R5-S3BucketReplicationEnabled': 'All that it holds is built from the source again in a minute.',
      'NIST.800.53.R5-S3BucketDefaultLockEnabled': 'A new version of the page takes the place of the one before it.',
      'NIST.800.53.R5-S3DefaultEncryptionKMS':
        'Its files are sent to whoever opens the sign-in page: a key of their own would keep them from nobody.',
    })
    return bucket
  }

  #toConsole(bucket: Bucket): BehaviorOptions {
    return {
      // The library’s own class misses its interface by an optional field.
      origin: S3BucketOrigin.withOriginAccessControl(bucket as IBucket),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: consolePolicy(this),
      functionAssociations: [onRequest(this, 'page', 'Serves the one page at every address of the console')],
    }
  }

  /** Everything the browser sends goes through as it is, the host name included, and nothing is kept. */
  #toApi({ api, proof }: WebProps): BehaviorOptions {
    return {
      origin: new HttpOrigin(api, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        customHeaders: { [proofHeader]: proof },
      }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER,
      compress: false,
      functionAssociations: [onRequest(this, 'viewer', 'Tells the API who asks')],
    }
  }
}
