import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { Centre } from '../centres/schema.ts'
import { Conflict } from '../core/errors.ts'
import { Offboarding } from '../offboarding/schema.ts'
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

/** @see SystemStore.findSignOut */
export interface SignOut {
  readonly at?: string
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

  /**
   * Binds a subject to a centre's member of staff: the only thing that gives a token a tenant. Once and for all: a
   * subject that is bound elsewhere stays so.
   * @throws Conflict `address-taken`.
   */
  async registerPerson(person: Person): Promise<void> {
    const command = new PutCommand({
      TableName: this.#table,
      Item: { pk: `PERSON#${person.subject}`, sk: 'PERSON', data: person },
      ConditionExpression: 'attribute_not_exists(pk) OR (#data.#tenant = :tenant AND #data.#staff = :staff)',
      ExpressionAttributeNames: { '#data': 'data', '#tenant': 'tenant', '#staff': 'staff' },
      ExpressionAttributeValues: { ':tenant': person.tenant, ':staff': person.staff },
    })
    try {
      await withRetries(() => this.#database.documents.send(command))
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) throw new Conflict('address-taken')
      throw error
    }
  }

  findSession(digest: string): Promise<Session | undefined> {
    return this.#get<Session>(`SESSION#${digest}`, 'SESSION')
  }

  async saveSession(session: Session): Promise<void> {
    await this.#put(`SESSION#${session.digest}`, 'SESSION', session, sessionAttributes(session))
  }

  /** Notes a session's last use. A session that was ended in the meantime stays ended. */
  async touchSession(session: Session): Promise<void> {
    try {
      const pk = `SESSION#${session.digest}`
      await this.#put(pk, 'SESSION', session, sessionAttributes(session), 'attribute_exists(pk)')
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  }

  async endSession(digest: string): Promise<void> {
    const command = new DeleteCommand({ TableName: this.#table, Key: { pk: `SESSION#${digest}`, sk: 'SESSION' } })
    await withRetries(() => this.#database.documents.send(command))
  }

  /** When a person last signed out: what was issued to them up to then opens nothing any more. */
  async findSignOut(subject: string): Promise<SignOut> {
    return (await this.#get<SignOut>(`SIGNED-OUT#${subject}`, 'SIGNED-OUT')) ?? {}
  }

  /**
   * Ends everything that a person has open: the mark first, which also holds for tokens and for whatever the index does
   * not show yet, then every session that it shows.
   */
  async signOut(subject: string, at: string): Promise<void> {
    await this.#put(`SIGNED-OUT#${subject}`, 'SIGNED-OUT', { at } satisfies SignOut, {})
    let start: Record<string, unknown> | undefined
    do {
      const command: QueryCommand = new QueryCommand({
        TableName: this.#table,
        IndexName: 'list',
        KeyConditionExpression: 'listPk = :pk',
        ExpressionAttributeValues: { ':pk': sessionsOf(subject) },
        ...(start && { ExclusiveStartKey: start }),
      })
      const { Items = [], LastEvaluatedKey } = await withRetries(() => this.#database.documents.send(command))
      await Promise.all(Items.map((item) => this.endSession((item.data as Session).digest)))
      start = LastEvaluatedKey
    } while (start !== undefined)
  }

  /**
   * Adds to a count that every copy of the function shares.
   * @param expires epoch second after which it may be forgotten.
   * @returns the count with it.
   */
  async addUses(counter: string, uses: number, expires: number): Promise<number> {
    const command = new UpdateCommand({
      TableName: this.#table,
      Key: { pk: `LIMIT#${counter}`, sk: 'LIMIT' },
      UpdateExpression: 'ADD uses :uses SET expires = :expires',
      ExpressionAttributeValues: { ':uses': uses, ':expires': expires },
      ReturnValues: 'UPDATED_NEW',
    })
    const { Attributes } = await withRetries(() => this.#database.documents.send(command))
    return Number(Attributes?.uses)
  }

  findStaff(tenant: string, id: string): Promise<Staff | undefined> {
    return this.#entity(Staff, tenant, id)
  }

  findKey(tenant: string, id: string): Promise<ApiKey | undefined> {
    return this.#entity(ApiKey, tenant, id)
  }

  findOffboarding(tenant: string): Promise<Offboarding | undefined> {
    return this.#entity(Offboarding, tenant, tenant)
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

  findRegistered(id: string): Promise<RegisteredCentre | undefined> {
    return this.#get<RegisteredCentre>('CENTRES', id)
  }

  /** Lists a centre in the registry, or updates its line there, unless the line tells of a later version of it. */
  async registerCentre(centre: RegisteredCentre): Promise<void> {
    const command = new PutCommand({
      TableName: this.#table,
      Item: { pk: 'CENTRES', sk: centre.id, data: centre },
      ConditionExpression: 'attribute_not_exists(#data.#asOf) OR #data.#asOf <= :asOf',
      ExpressionAttributeNames: { '#data': 'data', '#asOf': 'asOf' },
      ExpressionAttributeValues: { ':asOf': centre.asOf ?? 0 },
    })
    try {
      await withRetries(() => this.#database.documents.send(command))
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
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
    attributes: Readonly<Record<string, string | number>>,
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

/** A signed-in session is listed with its person's others, so that all of them can be ended. */
function sessionAttributes({ digest, person, expires }: Session): Record<string, string | number> {
  return { expires, ...(person && { listPk: sessionsOf(person.subject), listSk: digest }) }
}

function sessionsOf(subject: string): string {
  return `SESSIONS#${subject}`
}

/** A centre's line in the registry: what the Alliance may know of it. */
export interface RegisteredCentre {
  readonly id: string
  readonly name: { readonly en: string; readonly fr: string }
  readonly town: string
  readonly zone: string
  readonly status: Centre['status'] | 'offboarded'
  /** The version of the centre that the line tells of. */
  readonly asOf?: number
  readonly onboarding: { readonly registeredAt: string }
}
