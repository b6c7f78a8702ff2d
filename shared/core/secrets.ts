import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'

type Env = Readonly<Record<string, string | undefined>>

/**
 * The environment with the secrets that it refers to: `CURSOR_SECRET_ARN` becomes `CURSOR_SECRET`, read once when the
 * function starts, so that no environment listing holds one.
 */
export async function withSecrets(env: Env, given?: SecretsManagerClient): Promise<Env> {
  if (env.CURSOR_SECRET_ARN === undefined) return env
  const client = given ?? new SecretsManagerClient({})
  const secret = await client.send(new GetSecretValueCommand({ SecretId: env.CURSOR_SECRET_ARN }))
  return { ...env, CURSOR_SECRET: secret.SecretString }
}
