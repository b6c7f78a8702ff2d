import { archiveRoot } from '../shared/audit/archive-file.ts'
import { accept } from './accept.ts'
import { type FunctionName, openapiFile } from './bundle.ts'
import type { Data } from './data.ts'
import type { ProductFunction } from './functions.ts'
import type { Identity } from './identity.ts'
import type { Parameters } from './parameters.ts'
import * as may from './permissions.ts'
import { archiveBucket, exportsBucket, prefix } from './place.ts'

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
  const { account, keys, archive, exports } = data
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
    USER_POOL_ID: identity.pool.id,
  }
  const tenant = { TENANT_ROLE_ARN: tenantRoleArn }
  const messages = {
    OUTBOX_URL: outbox.queueUrl,
    MAIL_FROM: parameters.senderAddress,
    SMS_FROM: parameters.smsOrigination,
  }

  functions.api.give({ ...common, ...signIn, ...tenant, OPENAPI_FILE: `/var/task/${openapiFile}` }, [
    ...may.lookUpCallers(account),
    ...may.endSessions(account),
    may.bindPeople(account),
    may.invitePeople(identity.pool.arn),
    may.switchPeople(identity.pool.arn),
    may.readThrough(keys, 'platform'),
    may.writeThrough(keys, 'platform'),
    ...may.readSecret(secret.secretArn, secret.keyArn),
    may.becomeTenant(tenantRoleArn),
  ])

  functions.admin.give({ ...common, ...signIn }, [
    ...may.lookUpCallers(account),
    ...may.readNetwork(account),
    may.addToTrails(account),
    ...may.keepCentres(account),
    ...may.followOnboarding(account),
    may.readCertificates(account),
    may.bindPeople(account),
    may.invitePeople(identity.pool.arn),
    may.readThrough(keys, 'platform', 'insights', 'catalogue'),
    may.writeThrough(keys, 'platform', 'audit'),
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
    may.sendTexts(parameters.smsOrigination),
  ])

  functions.archive.give({ TABLE_PREFIX: prefix, AUDIT_BUCKET: archiveBucket(account) }, [
    may.listCentres(account),
    may.readTrails(account),
    may.readThrough(keys, 'platform', 'audit'),
    ...may.keepArchive(account, archive.key.keyArn),
  ])
  accept(functions.archive.permissions, {
    [`AwsSolutions-IAM5[Resource::arn:aws:s3:::${prefix}-audit-<AWS::AccountId>/${archiveRoot}*]`]:
      'A file of the archive is named after its centre and its hour, which are not known beforehand.',
  })

  const offboarding = { RXC_ENV: parameters.environment, TABLE_PREFIX: prefix, EXPORTS: exportsBucket(account) }
  functions.offboard.give({ ...offboarding, ...tenant, USER_POOL_ID: identity.pool.id }, [
    may.listCentres(account),
    may.lookUpCentres(account),
    ...may.endSessions(account),
    ...may.letGo(account),
    may.forgetPeople(identity.pool.arn),
    may.readThrough(keys, 'platform', 'insights', 'catalogue'),
    may.writeThrough(keys, 'platform', 'insights', 'catalogue'),
    may.becomeTenant(tenantRoleArn),
    ...may.keepExports(account, exports.key.keyArn),
  ])
  accept(functions.offboard.permissions, {
    [`AwsSolutions-IAM5[Resource::arn:aws:s3:::${prefix}-exports-<AWS::AccountId>/*]`]:
      'An export has its centre and its day in its name, which are not known beforehand.',
  })
}
