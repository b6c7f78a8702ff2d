import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { Centre } from '../centres/schema.ts'
import { ApiKey } from '../partners/schema.ts'
import { Staff } from '../staff/schema.ts'
import type { Database } from './database.ts'
import { withRetries } from './failures.ts'
import type { Entity, Kind } from './kind.ts'
import { partitionOf } from './kind.ts'

/** Where a subject of the identity provider works. */
export interface Person {
  readonly subject: string
  readonly tenant: string
  readonly staff: string
}

/** A signed-in browser, or one on its way through sign-in. */
export interface Session {
  /** SHA-256 of the cookie's value. */
  readonly digest: string
  readonly person?: Person
  readonly signIn?: { readonly verifier: string; readonly state: string; readonly nonce: string; readonly next: string }
  readonly createdAt: string
  readonly seenAt: string
  /** Epoch second of the last moment it can be of use. */
  readonly expires: number
}

/**
 * The platform table beyond any one tenant: what must be known before a request has a tenant. It has no way to client
 * data, and nothing below `app.ts` is handed one.
 */
export class SystemStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  findPerson(subject: string): Promise<Person | undefined> {
    return this.#get<Person>(`PERSON#${subject}`, 'PERSON')
  }

  /** Binds a subject to a centre's member of staff: the only thing that gives a token a tenant. */
  async registerPerson(person: Person): Promise<void> {
    await this.#put(`PERSON#${person.subject}`, 'PERSON', person, {})
  }

  findSession(digest: string): Promise<Session | undefined> {
    return this.#get<Session>(`SESSION#${digest}`, 'SESSION')
  }

  async saveSession(session: Session): Promise<void> {
    await this.#put(`SESSION#${session.digest}`, 'SESSION', session, { expires: session.expires })
  }

  /** Notes a session's last use. A session that was ended in the meantime stays ended. */
  async touchSession(session: Session): Promise<void> {
    try {
      await this.#put(
        `SESSION#${session.digest}`,
        'SESSION',
        session,
        { expires: session.expires },
        'attribute_exists(pk)',
      )
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  }

  async endSession(digest: string): Promise<void> {
    const command = new DeleteCommand({ TableName: this.#table, Key: { pk: `SESSION#${digest}`, sk: 'SESSION' } })
    await withRetries(() => this.#database.documents.send(command))
  }

  findStaff(tenant: string, id: string): Promise<Staff | undefined> {
    return this.#entity(Staff, tenant, id)
  }

  findKey(tenant: string, id: string): Promise<ApiKey | undefined> {
    return this.#entity(ApiKey, tenant, id)
  }

  findCentre(tenant: string): Promise<Centre | undefined> {
    return this.#entity(Centre, tenant, tenant)
  }

  /** The registry of centres, in order of their ids. */
  async centres(): Promise<readonly RegisteredCentre[]> {
    const command = new QueryCommand({
      TableName: this.#table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'CENTRES' },
    })
    const { Items } = await withRetries(() => this.#database.documents.send(command))
    return (Items ?? []).map((item) => item.data as RegisteredCentre)
  }

  /** Lists a centre in the registry, or updates its line there. */
  async registerCentre(centre: RegisteredCentre): Promise<void> {
    await this.#put('CENTRES', centre.id, centre, {})
  }

  get #table(): string {
    return `${this.#database.prefix}-platform`
  }

  #entity<T extends Entity>(kind: Kind<T>, tenant: string, id: string): Promise<T | undefined> {
    return this.#get<T>(`T#${tenant}#${partitionOf(kind, id)}`, 'ENTITY')
  }

  async #get<T>(pk: string, sk: string): Promise<T | undefined> {
    const command = new GetCommand({ TableName: this.#table, Key: { pk, sk }, ConsistentRead: true })
    const { Item } = await withRetries(() => this.#database.documents.send(command))
    return Item?.data as T | undefined
  }

  async #put(
    pk: string,
    sk: string,
    data: unknown,
    attributes: { expires?: number },
    condition?: string,
  ): Promise<void> {
    const command = new PutCommand({
      TableName: this.#table,
      Item: { pk, sk, ...attributes, data },
      ...(condition && { ConditionExpression: condition }),
    })
    await withRetries(() => this.#database.documents.send(command))
  }
}

/** A centre's line in the registry: what the Alliance may know of it. */
export interface RegisteredCentre {
  readonly id: string
  readonly name: { readonly en: string; readonly fr: string }
  readonly town: string
  readonly zone: string
  readonly status: Centre['status']
  readonly onboarding: {
    readonly registeredAt: string
    readonly staff: boolean
    readonly catalogue: boolean
    readonly firstReferralAt?: string
  }
}
