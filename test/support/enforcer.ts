import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { type FunctionName, functionNames } from '../../infra/bundle.ts'
import { prefix, region } from '../../infra/place.ts'
import { connect } from '../../shared/db/database.ts'
import { tenantDatabases, type Ways } from '../../shared/db/tenant-databases.ts'
import { account, type Cloud } from './cloud.ts'
import { arnOf, type DeployedRole, deployed, documentOf, list, type RoleDocument, trusts } from './iam.ts'
import { type Need, needsOf } from './needs.ts'
import { tally } from './tally.ts'

/** The roles that reach data, and the role that each function is told to take on for a tenant: as the stacks have it. */
export interface Roles {
  readonly tenantData: RoleDocument
  readonly functions: Readonly<Record<FunctionName, { readonly role: RoleDocument; readonly takesOn?: string }>>
}

/** What the enforcer goes by, from the synthesised stacks. */
export function rolesOf(cloud: Cloud): Roles {
  const tenantData = documentOf(cloud, `${prefix}-tenant-data`)
  const functions = functionNames.map((name) => {
    const made = cloud
      .ofType('AWS::Lambda::Function')
      .find(({ properties }) => properties.FunctionName === `${prefix}-${name}`)
    const isTold = made?.properties.Environment.Variables.TENANT_ROLE_ARN !== undefined
    return [name, { role: documentOf(cloud, `${prefix}-${name}`), ...(isTold && { takesOn: arnOf(tenantData) }) }]
  })
  return { tenantData, functions: Object.fromEntries(functions) }
}

/** A role that somebody has taken on, for one tenant or for none. */
interface Session {
  readonly role: DeployedRole
  readonly tenant?: string
  /** The patterns of keys in the role's policies, as this session reads them. */
  readonly patterns: readonly RegExp[]
}

interface Request {
  readonly headers: Readonly<Record<string, string>>
  readonly hostname: string
  readonly body?: string | Uint8Array
}
type Address = Readonly<Record<string, string | number>>
interface Handler {
  handle(request: Request, options?: object): Promise<{ response: object }>
}

/** What STS takes as a session tag's value: none of the characters that mean something in a policy's pattern. */
const takenAsTag = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u

/**
 * AWS between the product and the local engine: it knows who signed a request, and lets through what the policies of
 * their role allow, with the policies of the synthesised stacks. What they do not allow is refused as AWS refuses it.
 */
export class Enforcer {
  readonly #roles: Roles
  readonly #engine: { readonly handler: Handler; readonly address: Address }
  /** By access key id. */
  readonly #sessions = new Map<string, Session>()
  /** Decisions by everything that they depend on. */
  readonly #known = new Map<string, Promise<boolean>>()

  constructor(endpoint: string, roles: Roles) {
    const { protocol, hostname, port } = new URL(endpoint)
    const { config } = new DynamoDBClient({ region })
    this.#roles = roles
    this.#engine = {
      handler: config.requestHandler as unknown as Handler,
      address: { protocol, hostname, ...(port && { port: Number(port) }) },
    }
  }

  /** The ways of a deployed function. */
  waysOf(name: FunctionName, cursorSecret: string): Ways {
    const { role, takesOn } = this.#roles.functions[name]
    const credentials = this.#credentials({ role: deployed(role), patterns: [] })
    const database = connect({ prefix, cursorSecret, client: { region, credentials, requestHandler: this.#handler } })
    return { database, databaseOf: tenantDatabases(database, takesOn) }
  }

  get #handler(): NonNullable<DynamoDBClientConfig['requestHandler']> {
    const handle = async (request: Request, options?: object) => {
      const session = this.#sessions.get(/Credential=(\w+)/.exec(request.headers.authorization ?? '')?.[1] ?? '')
      if (session === undefined) throw new Error('A request that nobody signed.')
      if (request.hostname.startsWith('sts.')) return this.#assume(session, new URLSearchParams(text(request)))
      const operation = request.headers['x-amz-target']?.split('.')[1] ?? ''
      for (const need of needsOf(operation, JSON.parse(text(request)))) {
        if (!(await this.#allows(session, need))) return denied(session, need)
      }
      return this.#engine.handler.handle(this.#forwarded(request), options)
    }
    return { handle } as unknown as NonNullable<DynamoDBClientConfig['requestHandler']>
  }

  /** As the engine takes it, in everybody's name: some engines keep a database for each access key. */
  #forwarded(request: Request): Request {
    const authorization = request.headers.authorization?.replace(/Credential=\w+/, 'Credential=local')
    const headers = { ...request.headers, ...(authorization && { authorization }) }
    return Object.assign(request, this.#engine.address, { headers })
  }

  #allows(session: Session, need: Need): Promise<boolean> {
    tally.decisions += 1
    const { role, tenant, patterns } = session
    const { action, keys } = need
    // Policies tell keys apart by patterns alone: keys that match the same ones are decided alike.
    const shapes = keys && new Set(keys.map((key) => patterns.map((pattern) => Number(pattern.test(key))).join('')))
    const question = [role.name, action, resourceOf(need), ...(shapes ? [...shapes].sort() : ['none'])].join(' ')
    const known = this.#known.get(question)
    if (known !== undefined) return known
    const decision = role.allows({
      action: `dynamodb:${action}`,
      resource: resourceOf(need),
      ...(keys && { keys }),
      ...(tenant !== undefined && { tenant }),
    })
    this.#known.set(question, decision)
    return decision
  }

  /** STS: a function becomes one tenant, if the tenant role's trust lets it. */
  async #assume({ role: by }: Session, asked: URLSearchParams): Promise<{ response: object }> {
    const role = deployed(this.#roles.tenantData)
    const tenant = asked.get('Tags.member.1.Value') ?? undefined
    const tags = tenant === undefined ? {} : { [asked.get('Tags.member.1.Key') ?? '']: tenant }
    if (!takenAsTag.test(tenant ?? '')) return refusal(400, 'ValidationError')
    if (asked.get('RoleArn') !== arnOf(role) || !(await trusts(role, by, tags))) return refusal(403, 'AccessDenied')
    const { accessKeyId } = this.#credentials({ role, ...(tenant !== undefined && { tenant }), patterns: [] })
    const given = `<AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>`
    return answer(200, `<R><AssumeRoleResult><Credentials>${given}</Credentials></AssumeRoleResult></R>`)
  }

  #credentials(session: Session): { accessKeyId: string; secretAccessKey: string } {
    const accessKeyId = `ASIA${this.#sessions.size}`
    this.#sessions.set(accessKeyId, { ...session, patterns: patternsOf(session) })
    return { accessKeyId, secretAccessKey: 'secret' }
  }
}

function patternsOf({ role, tenant = '' }: Session): RegExp[] {
  const conditions = role.statements.flatMap(({ Condition = {} }) => Object.entries(Condition))
  const values = conditions.flatMap(([operator, keys]) =>
    operator === 'Null' ? [] : list(keys['dynamodb:LeadingKeys'] ?? []),
  )
  return [...new Set(values)].map((value) => {
    const filled = value.replaceAll(/\$\{aws:PrincipalTag\/tenant\}/g, tenant)
    const escaped = filled
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')
    return new RegExp(`^${escaped}$`, 's')
  })
}

function resourceOf({ table, index }: Need): string {
  const arn = table.startsWith('arn:') ? table : `arn:aws:dynamodb:${region}:${account}:table/${table}`
  return index === undefined ? arn : `${arn}/index/${index}`
}

function text({ body = '' }: Request): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body)
}

function denied({ role, tenant }: Session, need: Need): { response: object } {
  const who = `${arnOf(role)}/${tenant ?? ''}`
  const message = `User: ${who} is not authorized to perform: dynamodb:${need.action} on resource: ${resourceOf(need)}`
  return answer(400, JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException', message }))
}

function refusal(statusCode: number, code: string): { response: object } {
  return answer(statusCode, `<ErrorResponse><Error><Code>${code}</Code></Error></ErrorResponse>`)
}

function answer(statusCode: number, body: string): { response: object } {
  return { response: { statusCode, headers: {}, body: new TextEncoder().encode(body) } }
}
