import { App, Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { RestApi } from 'aws-cdk-lib/aws-apigateway'
import { expect, test } from 'vitest'
import { securityHeaders } from '../../functions/api/security-headers.ts'
import { answerInProblems } from '../../infra/api-problems.ts'

test('what the gateway refuses by itself is as safe to show as what the functions refuse', () => {
  const stack = new Stack(new App(), 'Test')
  const rest = new RestApi(stack, 'Rest')
  rest.root.addMethod('GET')
  answerInProblems(rest)
  const answers = Object.values(Template.fromStack(stack).findResources('AWS::ApiGateway::GatewayResponse'))
  expect(answers.length).toBeGreaterThan(5)
  for (const { Properties } of answers) {
    const headers = Object.fromEntries(
      Object.entries<string>(Properties.ResponseParameters).map(([name, value]) => [
        name.replace('gatewayresponse.header.', ''),
        /^'([^']*)'$/.exec(value)?.[1],
      ]),
    )
    expect(headers).toMatchObject({
      ...securityHeaders,
      'Content-Security-Policy': 'sandbox',
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
    })
  }
})
