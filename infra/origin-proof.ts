import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import { accept } from './accept.ts'

/** The header that the distribution puts on every request to the API, over whatever the request had there. */
export const proofHeader = 'x-origin-proof'

/**
 * What that header says: known to the distribution, which sends it, and to the firewall, which lets nothing in without
 * it. It opens nothing: whoever has it is asked for everything that a caller is asked for.
 * @returns a reference that CloudFormation looks up as it deploys; the template does not have it.
 */
export function originProof(scope: Construct, key: IKey): string {
  const secret = new Secret(scope, 'OriginProof', {
    description: 'Tells the firewall that a request came through the distribution',
    encryptionKey: key,
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
  })
  const reason =
    'It opens nothing by itself; who sends it and who checks it are deployed together, and so is a new one when one is wanted.'
  accept(secret, { 'AwsSolutions-SMG4': reason, 'NIST.800.53.R5-SecretsManagerRotationEnabled': reason })
  return secret.secretValue.unsafeUnwrap()
}
