import * as z from 'zod'

/** The function's settings, from its environment. Secrets come by reference in the cloud, see `docs/operations.md`. */
const Environment = z.object({
  RXC_ENV: z.string().regex(/^[a-z]+$/),
  TABLE_PREFIX: z.string().min(1),
  DYNAMODB_ENDPOINT: z.url().optional(),
  CURSOR_SECRET: z.string().min(32),
  /** The role that opens one tenant's data; without it (on one machine) there is one connection for all. */
  TENANT_ROLE_ARN: z.string().optional(),
  /** Where people reach the product: the sign-in's return address and the only origin a browser may write from. */
  PUBLIC_URL: z.url(),
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string().min(1),
  OIDC_JWKS_URL: z.url(),
  /** `aud` of access tokens, where the provider sets one. Cognito names the client instead. */
  OIDC_AUDIENCE: z.string().optional(),
  /** Cognito's user pool; without it (on one machine) the identity provider takes people from the database. */
  USER_POOL_ID: z.string().optional(),
  /** The OpenAPI document's place, where it is not `docs/openapi.json`. */
  OPENAPI_FILE: z.string().optional(),
})

export interface Config {
  readonly environment: string
  readonly tablePrefix: string
  readonly databaseEndpoint: string | undefined
  readonly cursorSecret: string
  readonly tenantRole: string | undefined
  readonly publicUrl: string
  readonly userPool: string | undefined
  readonly openapiFile: string | undefined
  readonly oidc: {
    readonly issuer: string
    readonly clientId: string
    readonly jwksUrl: string
    readonly audience: string | undefined
  }
}

/** @throws ZodError naming every variable that is missing or malformed, never its value. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const read = Environment.parse(env)
  return {
    environment: read.RXC_ENV,
    tablePrefix: read.TABLE_PREFIX,
    databaseEndpoint: read.DYNAMODB_ENDPOINT,
    cursorSecret: read.CURSOR_SECRET,
    tenantRole: read.TENANT_ROLE_ARN,
    publicUrl: read.PUBLIC_URL.replace(/\/$/, ''),
    userPool: read.USER_POOL_ID,
    openapiFile: read.OPENAPI_FILE,
    oidc: {
      issuer: read.OIDC_ISSUER,
      clientId: read.OIDC_CLIENT_ID,
      jwksUrl: read.OIDC_JWKS_URL,
      audience: read.OIDC_AUDIENCE,
    },
  }
}
