import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { viewerHeader } from '../../functions/api/limits/address.ts'
import { askAgain, consoleHeaders, keepForever } from '../../infra/console-headers.ts'
import { consoleApp } from '../../infra/local/console.ts'
import { proofHeader } from '../../infra/origin-proof.ts'
import { type Cloud, type Resource, synthesise } from '../support/cloud.ts'
import { edge } from '../support/edge.ts'

/** The managed policies of CloudFront that are relied on, by the ids that AWS gives them. */
const cachesNothing = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
const sendsEverything = '216adef6-5c7f-47e4-b989-5492eafa07d3'

interface Behaviour {
  readonly PathPattern?: string
  readonly TargetOriginId: string
  readonly [setting: string]: unknown
}

let cloud: Cloud
let pass: ReturnType<typeof edge>

beforeAll(async () => {
  cloud = await synthesise()
  pass = edge(cloud)
})

describe('the edge', () => {
  test('speaks to Canada alone, by the host name of the product, over TLS 1.2 or later', () => {
    expect(distribution()).toMatchObject({
      Enabled: true,
      Aliases: [expect.stringContaining('SiteDomain')],
      HttpVersion: 'http2and3',
      PriceClass: 'PriceClass_100',
      Restrictions: { GeoRestriction: { RestrictionType: 'whitelist', Locations: ['CA'] } },
      ViewerCertificate: {
        AcmCertificateArn: expect.stringContaining('EdgeCertificateArn'),
        MinimumProtocolVersion: 'TLSv1.2_2021',
        SslSupportMethod: 'sni-only',
      },
    })
  })

  test.each([
    ['/', '/index.html'],
    ['/referrals', '/index.html'],
    ['/clients/client_01J9/contacts/', '/index.html'],
    ['/version.2/clients', '/index.html'],
    ['/v2', '/index.html'],
    ['/v1x', '/index.html'],
    ['/healthy', '/index.html'],
    ['/partners', '/index.html'],
    ['/docs.html', '/docs.html'],
    ['/icon.svg', '/icon.svg'],
    ['/assets/index-Bx1.js', '/assets/index-Bx1.js'],
    ['/assets/gone-0000.css', '/assets/gone-0000.css'],
  ])('serves %s from the files of the console, as %s', (path, file) => {
    expect(pass(path)).toMatchObject({ to: 'console', path: file })
  })

  test.each([
    '/v1',
    '/v1/clients/client_01J9',
    '/v1/admin/centres',
    '/auth/sign-in',
    '/auth/callback',
    '/p/guelph/7F3K',
    '/health',
    '/docs',
    '/openapi.json',
  ])('leaves %s to the API, as it is', (path) => {
    expect(pass(path)).toMatchObject({ to: 'api', path })
  })

  test('leaves every address of the API’s document to the API', async () => {
    const { paths } = JSON.parse(await readFile('docs/openapi.json', 'utf8'))
    expect(Object.keys(paths).length).toBeGreaterThan(50)
    for (const path of Object.keys(paths)) expect([path, pass(path).to]).toEqual([path, 'api'])
  })

  test('keeps no answer of the API, and no refusal of anything, for another request', () => {
    const toApi = behaviours().filter(({ TargetOriginId }) => TargetOriginId === apiOrigin().Id)
    expect(toApi.length).toBeGreaterThan(5)
    for (const behaviour of toApi) {
      expect(behaviour).toMatchObject({
        CachePolicyId: cachesNothing,
        OriginRequestPolicyId: sendsEverything,
        AllowedMethods: expect.arrayContaining(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
        Compress: false,
        ViewerProtocolPolicy: 'https-only',
      })
      expect(behaviour).not.toHaveProperty('ResponseHeadersPolicyId')
    }
    const kept = distribution().CustomErrorResponses
    expect(kept.map(({ ErrorCode }: { ErrorCode: number }) => ErrorCode)).toEqual([
      400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504,
    ])
    for (const { ErrorCode, ...rest } of kept) expect([ErrorCode, rest]).toEqual([ErrorCode, { ErrorCachingMinTTL: 0 }])
  })

  test('speaks with the API over TLS', () => {
    expect(apiOrigin().CustomOriginConfig).toMatchObject({
      OriginProtocolPolicy: 'https-only',
      OriginSSLProtocols: ['TLSv1.2'],
    })
  })
})

describe('the API behind it', () => {
  test('is told whom the edge spoke with, whatever the request claims', () => {
    const claims = { [viewerHeader]: '198.51.100.9', 'X-Forwarded-For': '198.51.100.9' }
    expect(pass('/v1/me', { address: '192.0.2.7', headers: claims }).headers[viewerHeader]).toBe('192.0.2.7')
    expect(pass('/p/guelph/7F3K', { address: '2001:db8::7' }).headers[viewerHeader]).toBe('2001:db8::7')
  })

  test('is reached by nobody round the distribution: the firewall asks for what only that shows, before all else', () => {
    const proof = pass('/v1/me', { headers: { [proofHeader]: 'a guess' } }).headers[proofHeader]
    const [secret] = cloud.ofType('AWS::SecretsManager::Secret').filter(({ id }) => id.includes('OriginProof'))
    expect(proof).toBe(`{{resolve:secretsmanager:${secret?.id}:SecretString:::}}`)
    expect(secret?.properties.GenerateSecretString).toEqual({ PasswordLength: 64, ExcludePunctuation: true })
    const { DefaultAction, Rules } = only('AWS::WAFv2::WebACL')
    const [first] = Rules.toSorted((a: { Priority: number }, b: { Priority: number }) => a.Priority - b.Priority)
    expect(DefaultAction).toEqual({ Allow: {} })
    expect(first).toMatchObject({
      Action: { Block: {} },
      Statement: {
        NotStatement: {
          Statement: {
            ByteMatchStatement: {
              FieldToMatch: { SingleHeader: { Name: proofHeader } },
              PositionalConstraint: 'EXACTLY',
              SearchString: proof,
              TextTransformations: [{ Type: 'NONE' }],
            },
          },
        },
      },
    })
    const { RedactedFields } = only('AWS::WAFv2::LoggingConfiguration')
    expect(RedactedFields).toContainEqual({ SingleHeader: { Name: proofHeader } })
  })

  test('has floods counted by the address that the edge saw', () => {
    const flood = only('AWS::WAFv2::WebACL').Rules.find(({ Name }: { Name: string }) => Name === 'flood')
    expect(flood.Statement.RateBasedStatement).toMatchObject({
      AggregateKeyType: 'FORWARDED_IP',
      ForwardedIPConfig: { HeaderName: viewerHeader, FallbackBehavior: 'MATCH' },
    })
  })
})

describe('the console', () => {
  test('is served with the headers of the local server, no more and no fewer', async () => {
    const { CachePolicyId, ResponseHeadersPolicyId } = distribution().DefaultCacheBehavior
    const policy = cloud
      .ofType('AWS::CloudFront::ResponseHeadersPolicy')
      .find(({ id }) => id === ResponseHeadersPolicyId)
    const local = (await consoleApp().request('/')).headers
    const said = headersOf(policy?.properties.ResponseHeadersPolicyConfig)
    expect(said).toEqual(consoleHeaders)
    for (const [name, value] of Object.entries(said)) expect([name, local.get(name)]).toEqual([name, value])
    expect(CachePolicyId).not.toBe(cachesNothing)
  })

  test('is in a bucket that the distribution alone reads, and nobody in the open', () => {
    const { origin, bucket, policy } = files()
    expect(bucket?.properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      VersioningConfiguration: { Status: 'Enabled' },
      LoggingConfiguration: { DestinationBucketName: expect.stringContaining('AccessLog') },
    })
    expect(bucket?.properties).not.toHaveProperty('WebsiteConfiguration')
    expect(bucket?.properties).not.toHaveProperty('AccessControl')
    const statements: { Effect: string }[] = policy?.properties.PolicyDocument.Statement
    expect(statements.filter(({ Effect }) => Effect === 'Allow')).toEqual([
      {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Resource: `${bucket?.id}.Arn/*`,
        Condition: { StringEquals: { 'AWS:SourceArn': expect.stringMatching(/:distribution\/RxcProduct\.Web/) } },
      },
    ])
    expect(statements).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    )
    const control = cloud
      .ofType('AWS::CloudFront::OriginAccessControl')
      .find(({ id }) => origin.OriginAccessControlId === `${id}.Id`)
    expect(control?.properties.OriginAccessControlConfig).toMatchObject({
      OriginAccessControlOriginType: 's3',
      SigningBehavior: 'always',
      SigningProtocol: 'sigv4',
    })
  })

  test('is put there as the docs say: what is named after its content for good, the page last, nothing taken away', async () => {
    const operations = await readFile('docs/operations.md', 'utf8')
    const commands = operations.split('\n').filter((line) => line.startsWith('aws s3 cp web/dist'))
    const cacheControl = commands.map((line) => /--cache-control '([^']+)'/.exec(line)?.[1])
    expect(cacheControl).toEqual([keepForever, askAgain, askAgain])
    expect(commands.at(-1)).toContain('index.html "s3://')
    expect(operations).not.toMatch(/aws s3 (sync|rm)|--delete/)
  })
})

function distribution() {
  return only('AWS::CloudFront::Distribution').DistributionConfig
}

function behaviours(): Behaviour[] {
  return [...distribution().CacheBehaviors, distribution().DefaultCacheBehavior]
}

function apiOrigin() {
  return distribution().Origins.find((origin: object) => 'CustomOriginConfig' in origin)
}

/** The bucket that the default behaviour serves from. */
function files() {
  const origin = distribution().Origins.find(
    (one: { Id: string }) => one.Id === distribution().DefaultCacheBehavior.TargetOriginId,
  )
  const bucket = cloud.ofType('AWS::S3::Bucket').find(({ id }) => origin.DomainName === `${id}.RegionalDomainName`)
  const policy = cloud.ofType('AWS::S3::BucketPolicy').find(({ properties }) => properties.Bucket === bucket?.id)
  return { origin, bucket, policy }
}

/** What a policy makes CloudFront say, as a browser reads it. */
function headersOf({ SecurityHeadersConfig: security, CustomHeadersConfig: custom }: Resource['properties']) {
  const transport = security.StrictTransportSecurity
  return {
    'Strict-Transport-Security': `max-age=${transport.AccessControlMaxAgeSec}${transport.IncludeSubdomains ? '; includeSubDomains' : ''}`,
    'X-Content-Type-Options': security.ContentTypeOptions.Override ? 'nosniff' : undefined,
    'X-Frame-Options': security.FrameOptions.FrameOption,
    'Referrer-Policy': security.ReferrerPolicy.ReferrerPolicy,
    'Content-Security-Policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
    ...Object.fromEntries(custom.Items.map(({ Header, Value }: { Header: string; Value: string }) => [Header, Value])),
  }
}

function only(type: string) {
  const [found, ...more] = cloud.ofType(type)
  if (found === undefined || more.length > 0) throw new Error(`Not one ${type}.`)
  return found.properties
}
