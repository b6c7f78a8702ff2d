import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'
import { connect, type Database } from './database.ts'

/** The way to one tenant's data: a connection whose credentials open that tenant's keys and no other's. */
export type TenantDatabases = (tenant: string) => Database

/** A function's ways to data: under its own role, for what comes before a tenant, and as each tenant. */
export interface Ways {
  readonly database: Database
  readonly databaseOf: TenantDatabases
}

/** Connections kept in a warm function; the one used longest ago gives way. */
const mostTenants = 50
const sessionSeconds = 3600

/** @param roleArn the `tenant-data` role; without one, every tenant shares the connection that is there. */
export function tenantDatabases(base: Database, roleArn: string | undefined): TenantDatabases {
  return roleArn === undefined ? () => base : taggedDatabases(base, roleArn)
}

/**
 * Connections under the `tenant-data` role, its session tagged with the tenant: the role's policy compares every
 * partition key with that tag, so a mistake in this code is refused by the database. The SDK asks for credentials when
 * a connection first needs them and again before they expire.
 */
function taggedDatabases(base: Database, roleArn: string): TenantDatabases {
  const known = new Map<string, Database>()
  // One pool of sockets for all tenants: a connection of its own for each costs far more than the signature.
  const { requestHandler, region, credentials } = base.documents.config
  const sts = new STSClient({ requestHandler, region, credentials })
  return (tenant) => {
    const database =
      known.get(tenant) ??
      connect({ ...base, client: { requestHandler, region, credentials: () => assume(sts, roleArn, tenant) } })
    known.delete(tenant)
    known.set(tenant, database)
    const oldest = known.keys().next().value
    if (known.size > mostTenants && oldest !== undefined) known.delete(oldest)
    return database
  }
}

async function assume(sts: STSClient, RoleArn: string, tenant: string) {
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({
      RoleArn,
      RoleSessionName: tenant,
      DurationSeconds: sessionSeconds,
      Tags: [{ Key: 'tenant', Value: tenant }],
    }),
  )
  if (!Credentials?.AccessKeyId || !Credentials.SecretAccessKey || !Credentials.SessionToken) {
    throw new Error('No credentials for the tenant role.')
  }
  return {
    accessKeyId: Credentials.AccessKeyId,
    secretAccessKey: Credentials.SecretAccessKey,
    sessionToken: Credentials.SessionToken,
    ...(Credentials.Expiration && { expiration: Credentials.Expiration }),
  }
}
