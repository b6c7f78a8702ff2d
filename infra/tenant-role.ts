import { Duration, Stack } from 'aws-cdk-lib'
import {
  ArnPrincipal,
  CompositePrincipal,
  ManagedPolicy,
  PolicyDocument,
  PolicyStatement,
  Role,
} from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import { commons } from '../shared/db/kind.ts'
import type { Data } from './data.ts'
import { readThrough, writeThrough } from './permissions.ts'
import { prefix } from './place.ts'
import { tenantPolicy, tenantTag } from './tenant-policy.ts'

/** The only road to a centre's data: a session of this role, tagged with the one centre that it is for. */
export class TenantRole extends Construct {
  readonly arn: string

  /** @param users roles of the functions that serve centres. */
  constructor(scope: Construct, id: string, { data, users }: { data: Data; users: readonly Role[] }) {
    super(scope, id)
    const tag = `aws:RequestTag/${tenantTag}`
    const principals = users.map((user) => new ArnPrincipal(user.roleArn))
    const role = new Role(this, 'Role', {
      roleName: `${prefix}-tenant-data`,
      description: 'One centre at a time, by session tag',
      maxSessionDuration: Duration.hours(1),
      assumedBy: new CompositePrincipal(...principals)
        .withConditions({
          StringLike: { [tag]: '?*' },
          StringNotEquals: { [tag]: commons },
          'ForAllValues:StringEquals': { 'aws:TagKeys': [tenantTag] },
        })
        .withSessionTags(),
    })
    this.arn = role.roleArn
    new ManagedPolicy(this, 'Data', {
      roles: [role],
      document: PolicyDocument.fromJson(tenantPolicy(Stack.of(this).account)),
    })
    const { keys } = data
    const statements = [
      readThrough(keys, 'care', 'catalogue', 'platform', 'insights', 'audit'),
      writeThrough(keys, 'care', 'catalogue', 'platform', 'audit'),
    ]
    new ManagedPolicy(this, 'Keys', {
      roles: [role],
      statements: statements.map((statement) => PolicyStatement.fromJson(statement)),
    })
  }
}
