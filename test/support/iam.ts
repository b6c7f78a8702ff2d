import { runSimulation } from '@cloud-copilot/iam-simulate'
import { account, type Cloud, type Resource } from './cloud.ts'

interface Asked {
  readonly action: string
  readonly resource: string
  /** Partition keys of the items, as DynamoDB tells IAM. None for a scan. */
  readonly keys?: readonly string[]
  /** The session's tag. */
  readonly tenant?: string
  readonly context?: Readonly<Record<string, string | string[]>>
}

interface Statement {
  readonly Sid?: string
  readonly Effect: string
  readonly Action: string | readonly string[]
  readonly Resource: string | readonly string[]
  readonly Condition?: unknown
}

/** A role of the synthesised stacks with everything that it is allowed. */
export interface DeployedRole {
  readonly name: string
  readonly resource: Resource
  readonly statements: readonly Statement[]
  /** Whether IAM would let a session of the role do it. */
  allows(asked: Asked): Promise<boolean>
}

/** @throws Error when there is no such role, or it holds a policy that is not in the stacks. */
export function roleNamed(cloud: Cloud, name: string): DeployedRole {
  const resource = cloud.ofType('AWS::IAM::Role').find(({ properties }) => properties.RoleName === name)
  if (resource === undefined) throw new Error(`No role ${name}.`)
  if (resource.properties.ManagedPolicyArns ?? resource.properties.Policies) throw new Error('A policy kept elsewhere.')
  const policies = [...cloud.ofType('AWS::IAM::ManagedPolicy'), ...cloud.ofType('AWS::IAM::Policy')].filter((policy) =>
    policy.properties.Roles?.includes(resource.id),
  )
  const documents = policies.map(({ id, properties }) => ({ name: id, policy: properties.PolicyDocument }))
  return {
    name,
    resource,
    statements: documents.flatMap(({ policy }) => policy.Statement as Statement[]),
    allows: (asked) => decide(documents, asked),
  }
}

/** Whether the role's trust lets another role take it on, with these tags. */
export function trusts(role: DeployedRole, by: DeployedRole, tags: Readonly<Record<string, string>>): Promise<boolean> {
  const policy = JSON.parse(
    JSON.stringify(role.resource.properties.AssumeRolePolicyDocument).replaceAll(`${by.resource.id}.Arn`, arnOf(by)),
  )
  return decide(
    [],
    {
      action: 'sts:AssumeRole',
      resource: arnOf(role),
      context: {
        ...Object.fromEntries(Object.entries(tags).map(([tag, value]) => [`aws:RequestTag/${tag}`, value])),
        ...(Object.keys(tags).length > 0 && { 'aws:TagKeys': Object.keys(tags) }),
      },
    },
    { principal: arnOf(by), policy },
  )
}

export function list(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value
}

function arnOf({ name }: DeployedRole): string {
  return `arn:aws:iam::${account}:role/${name}`
}

async function decide(
  identityPolicies: { name: string; policy: unknown }[],
  { action, resource, keys, tenant, context }: Asked,
  trust?: { principal: string; policy: unknown },
): Promise<boolean> {
  const result = await runSimulation(
    {
      request: {
        principal: trust?.principal ?? `arn:aws:sts::${account}:assumed-role/role/session`,
        action,
        resource: { resource, accountId: account },
        contextVariables: {
          ...(keys && { 'dynamodb:LeadingKeys': [...keys] }),
          ...(tenant !== undefined && { 'aws:PrincipalTag/tenant': tenant }),
          ...context,
        },
      },
      identityPolicies,
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      ...(trust && { resourcePolicy: trust.policy }),
    },
    {},
  )
  if (result.resultType === 'error') throw new Error(JSON.stringify(result.errors))
  return result.overallResult === 'Allowed'
}
