import { runSimulation } from '@cloud-copilot/iam-simulate'
import { account, type Cloud } from './cloud.ts'

export interface Asked {
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
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
}

/** A role as the synthesised stacks describe it: plain data, which can be handed to another process. */
export interface RoleDocument {
  readonly name: string
  readonly trust: unknown
  readonly policies: readonly { readonly name: string; readonly policy: unknown }[]
}

/** A role of the synthesised stacks with everything that it is allowed. */
export interface DeployedRole extends RoleDocument {
  readonly statements: readonly Statement[]
  /** Whether IAM would let a session of the role do it. */
  allows(asked: Asked): Promise<boolean>
}

/** @throws Error when there is no such role, or it holds a policy that is not in the stacks. */
export function roleNamed(cloud: Cloud, name: string): DeployedRole {
  return deployed(documentOf(cloud, name))
}

export function deployed(role: RoleDocument): DeployedRole {
  return {
    ...role,
    statements: role.policies.flatMap(({ policy }) => (policy as { Statement: Statement[] }).Statement),
    allows: (asked) => decide(role.policies, asked),
  }
}

/** @throws as {@link roleNamed}. */
export function documentOf(cloud: Cloud, name: string): RoleDocument {
  const all = cloud.ofType('AWS::IAM::Role')
  const role = all.find(({ properties }) => properties.RoleName === name)
  if (role === undefined) throw new Error(`No role ${name}.`)
  if (role.properties.ManagedPolicyArns ?? role.properties.Policies) throw new Error('A policy kept elsewhere.')
  const policies = [...cloud.ofType('AWS::IAM::ManagedPolicy'), ...cloud.ofType('AWS::IAM::Policy')].filter((policy) =>
    policy.properties.Roles?.includes(role.id),
  )
  const trust = all.reduce(
    (text, { id, properties }) => text.replaceAll(`${id}.Arn`, arnOf({ name: properties.RoleName })),
    JSON.stringify(role.properties.AssumeRolePolicyDocument),
  )
  return {
    name,
    trust: JSON.parse(trust),
    policies: policies.map(({ id, properties }) => ({ name: id, policy: properties.PolicyDocument })),
  }
}

/** Whether the role's trust lets another role take it on, with these tags. */
export function trusts(
  role: RoleDocument,
  by: Pick<RoleDocument, 'name'>,
  tags: Readonly<Record<string, string>>,
): Promise<boolean> {
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
    { principal: arnOf(by), policy: role.trust },
  )
}

export function list(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value
}

export function arnOf({ name }: Pick<RoleDocument, 'name'>): string {
  return `arn:aws:iam::${account}:role/${name}`
}

async function decide(
  identityPolicies: RoleDocument['policies'],
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
      identityPolicies: [...identityPolicies],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      ...(trust && { resourcePolicy: trust.policy }),
    },
    {},
  )
  if (result.resultType === 'error') throw new Error(JSON.stringify(result.errors))
  return result.overallResult === 'Allowed'
}
