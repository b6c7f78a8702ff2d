import { CfnParameter, type Stack } from 'aws-cdk-lib'

const address = '[^@\\s]+@[^@\\s]+\\.[^@\\s]+'

/** What differs from one deployment to the next. */
export interface Parameters {
  readonly environment: string
  readonly certificateArn: string
  readonly edgeCertificateArn: string
  readonly alarmAddress: string
  readonly senderAddress: string
  readonly senderIdentity: string
  readonly smsOrigination: string
}

export function parametersOf(stack: Stack): Parameters {
  const asked = (id: string, description: string, allowedPattern: string, preset?: string) =>
    new CfnParameter(stack, id, { description, allowedPattern, ...(preset !== undefined && { default: preset }) })
      .valueAsString
  return {
    environment: asked('Environment', 'One word in lower case; API keys carry it', '[a-z]+', 'live'),
    certificateArn: asked(
      'CertificateArn',
      'Certificate of the host name, in this region',
      'arn:aws:acm:ca-central-1:\\d{12}:certificate/[a-f0-9-]+',
    ),
    edgeCertificateArn: asked(
      'EdgeCertificateArn',
      'Certificate of the same host name, in us-east-1: CloudFront takes it from nowhere else',
      'arn:aws:acm:us-east-1:\\d{12}:certificate/[a-f0-9-]+',
    ),
    alarmAddress: asked('AlarmAddress', 'Mail address that alarms are sent to', address),
    senderAddress: asked('SenderAddress', 'Mail address that messages come from', address),
    senderIdentity: asked('SenderIdentity', 'What SES has verified: the sender address or its domain', '[^\\s*]+'),
    smsOrigination: asked(
      'SmsOrigination',
      'ARN of the number or the pool that text messages to clients come from',
      'arn:aws:sms-voice:ca-central-1:\\d{12}:(phone-number|pool)/[\\w-]+',
    ),
  }
}
