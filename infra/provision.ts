import { type FunctionName, openapiFile } from './bundle.ts'
import type { Data } from './data.ts'
import type { ProductFunction } from './functions.ts'
import type { Identity } from './identity.ts'
import type { Parameters } from './parameters.ts'
import * as may from './permissions.ts'
import { prefix } from './place.ts'

/** What the functions are provided with. */
export interface Provisions {
  readonly data: Data
  readonly identity: Identity
  readonly parameters: Parameters
  readonly tenantRoleArn: string
  readonly outbox: { readonly queueArn: string; readonly queueUrl: string }
  readonly secret: { readonly secretArn: string; readonly keyArn: string }
}

/** What each function is told and what it may do, side by side. Lambda's own needs of a source are with the source. */
export function provision(functions: Readonly<Record<FunctionName, ProductFunction>>, given: Provisions): void {
  const { data, identity, parameters, tenantRoleArn, outbox, secret } = given
  const { account, keys } = data
  const common = {
    RXC_ENV: parameters.environment,
    TABLE_PREFIX: prefix,
    PUBLIC_URL: `https://${identity.domain}`,
  }
  const signIn = {
    OIDC_ISSUER: identity.issuer,
    OIDC_CLIENT_ID: identity.clientId,
    OIDC_JWKS_URL: `${identity.issuer}/.well-known/jwks.json`,
    CURSOR_SECRET_ARN: secret.secretArn,
  }
  const tenant = { TENANT_ROLE_ARN: tenantRoleArn }
  const messages = {
    OUTBOX_URL: outbox.queueUrl,
    MAIL_FROM: parameters.senderAddress,
    SMS_FROM: parameters.smsOrigination,
  }

  functions.api.give({ ...common, ...signIn, ...tenant, OPENAPI_FILE: `/var/task/${openapiFile}` }, [
    ...may.lookUpCallers(account),
    may.endSessions(account),
    may.readThrough(keys, 'platform'),
    may.writeThrough(keys, 'platform'),
    ...may.readSecret(secret.secretArn, secret.keyArn),
    may.becomeTenant(tenantRoleArn),
  ])

  functions.admin.give({ ...common, ...signIn }, [
    ...may.lookUpCallers(account),
    ...may.readNetwork(account),
    may.readThrough(keys, 'platform', 'insights'),
    may.writeThrough(keys, 'platform'),
    ...may.readSecret(secret.secretArn, secret.keyArn),
  ])

  functions.events.give({ ...common, ...tenant, ...messages }, [
    may.lookUpCentres(account),
    may.keepFigures(account),
    may.readThrough(keys, 'platform', 'insights', 'care', 'catalogue'),
    may.writeThrough(keys, 'insights'),
    may.becomeTenant(tenantRoleArn),
    may.queueMessages(outbox.queueArn),
  ])

  functions.outbox.give({ ...common, ...tenant, ...messages }, [
    may.lookUpCentres(account),
    may.readThrough(keys, 'platform'),
    may.becomeTenant(tenantRoleArn),
    may.sendMail(account, parameters.senderIdentity, parameters.senderAddress),
  ])
}
