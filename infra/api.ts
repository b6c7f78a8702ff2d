import { RemovalPolicy } from 'aws-cdk-lib'
import {
  AccessLogField,
  AccessLogFormat,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  type Resource,
  RestApi,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigateway'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { accept } from './accept.ts'
import { answerInProblems } from './api-problems.ts'
import { Firewall } from './firewall.ts'
import { prefix } from './place.ts'

export interface ApiProps {
  readonly api: IFunction
  readonly admin: IFunction
  readonly domain: string
  readonly certificateArn: string
  readonly key: IKey
  /** What a request has to show, so that the firewall lets it in. */
  readonly proof: string
}

/** The one way to the functions: a regional REST API that knows the product's host name, behind a firewall. */
export class Api extends Construct {
  readonly rest: RestApi
  readonly firewall: Firewall
  /** Where the distribution reaches it. */
  readonly target: string

  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id)
    this.rest = this.#rest(props)
    this.#routes(props)
    answerInProblems(this.rest)
    this.firewall = new Firewall(this, 'Firewall', {
      stage: this.rest.deploymentStage,
      key: props.key,
      proof: props.proof,
    })
    this.target = this.rest.domainName?.domainNameAliasDomainName ?? ''
  }

  #rest({ domain, certificateArn, key }: ApiProps): RestApi {
    const accessLog = new LogGroup(this, 'AccessLog', { retention: RetentionDays.ONE_YEAR, encryptionKey: key })
    const rest = new RestApi(this, 'Rest', {
      restApiName: prefix,
      description: 'Rx: Community',
      endpointConfiguration: { types: [EndpointType.REGIONAL] },
      disableExecuteApiEndpoint: true,
      domainName: {
        domainName: domain,
        certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
        endpointType: EndpointType.REGIONAL,
        securityPolicy: SecurityPolicy.TLS_1_2,
      },
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN,
      deployOptions: {
        stageName: 'live',
        throttlingRateLimit: 500,
        throttlingBurstLimit: 1_000,
        tracingEnabled: true,
        loggingLevel: MethodLoggingLevel.ERROR,
        dataTraceEnabled: false,
        accessLogDestination: new LogGroupLogDestination(accessLog),
        accessLogFormat: AccessLogFormat.custom(JSON.stringify(accessLine)),
      },
    })
    // Its own address, which is switched off.
    rest.node.tryRemoveChild('Endpoint')
    accept(rest, {
      'AwsSolutions-APIG2': 'The functions check every body, query and path against the schemas of their domain.',
    })
    accept(rest.deploymentStage, {
      'NIST.800.53.R5-APIGWCacheEnabledAndEncrypted': 'Answers are personal and change at any moment: none is cached.',
      'NIST.800.53.R5-APIGWSSLEnabled':
        'A client certificate proves the gateway to servers over HTTP; Lambda functions are called through IAM instead.',
    })
    accept(rest.node.findChild('CloudWatchRole'), {
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]':
        'API Gateway writes the logs of all its APIs with one role for the account, and this policy is what it documents for it.',
    })
    return rest
  }

  #routes({ api, admin }: ApiProps): void {
    const { root } = this.rest
    const below = (resource: Resource) => resource.addResource('{proxy+}')
    const toApi = new LambdaIntegration(api, { allowTestInvoke: false })
    const toAdmin = new LambdaIntegration(admin, { allowTestInvoke: false })
    const v1 = root.addResource('v1')
    below(v1).addMethod('ANY', toApi)
    below(v1.addResource('admin')).addMethod('ANY', toAdmin)
    below(root.addResource('auth')).addMethod('ANY', toApi)
    // The page behind a printed code: /p/{centre}/{code}.
    root.addResource('p').addResource('{centre}').addResource('{code}').addMethod('GET', toApi)
    // The page behind a link that a client was sent: /s/{centre}/{shortlist}/{code}.
    const shortlist = root.addResource('s').addResource('{centre}').addResource('{shortlist}')
    shortlist.addResource('{code}').addMethod('GET', toApi)
    for (const page of ['health', 'openapi.json', 'docs']) root.addResource(page).addMethod('GET', toApi)
    const reason =
      'Callers come with a session cookie, a bearer token or an API key; the functions check all three, which no one authorizer can.'
    for (const method of this.rest.methods) {
      accept(method, { 'AwsSolutions-APIG4': reason, 'AwsSolutions-COG4': reason })
    }
  }
}

/** No address, no path as it was asked for, nothing of the caller: the resource's pattern says enough. */
const accessLine = {
  requestId: AccessLogField.contextRequestId(),
  at: AccessLogField.contextRequestTimeEpoch(),
  method: AccessLogField.contextHttpMethod(),
  resource: AccessLogField.contextResourcePath(),
  status: AccessLogField.contextStatus(),
  milliseconds: AccessLogField.contextResponseLatency(),
  bytes: AccessLogField.contextResponseLength(),
  firewall: AccessLogField.contextWafStatus(),
}
