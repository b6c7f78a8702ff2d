import { Duration } from 'aws-cdk-lib'
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import { consoleHeaders } from './console-headers.ts'
import { prefix } from './place.ts'

const override = true

/** Headers that CloudFront takes in words of its own only. A test holds them against what they are to say. */
const inItsWords = {
  'Content-Security-Policy': {
    contentSecurityPolicy: { contentSecurityPolicy: consoleHeaders['Content-Security-Policy'], override },
  },
  'Strict-Transport-Security': {
    strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override },
  },
  'X-Content-Type-Options': { contentTypeOptions: { override } },
  'X-Frame-Options': { frameOptions: { frameOption: HeadersFrameOption.DENY, override } },
  'Referrer-Policy': { referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override } },
}

/** The console's headers, on every file and every refusal of a file. */
export function consolePolicy(scope: Construct): ResponseHeadersPolicy {
  const others = Object.entries(consoleHeaders).filter(([header]) => !(header in inItsWords))
  return new ResponseHeadersPolicy(scope, 'Headers', {
    responseHeadersPolicyName: `${prefix}-console`,
    securityHeadersBehavior: Object.assign({}, ...Object.values(inItsWords)),
    customHeadersBehavior: { customHeaders: others.map(([header, value]) => ({ header, value, override })) },
  })
}
