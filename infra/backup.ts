import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { Schedule } from 'aws-cdk-lib/aws-events'
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import { accept } from './accept.ts'
import { prefix } from './place.ts'

/** As long as point-in-time recovery: what a centre disposes of is gone from everywhere after this. */
const kept = Duration.days(35)

/** A copy of every table a night, outside the tables: it outlives a table that is deleted. */
export class Backup extends Construct {
  constructor(scope: Construct, id: string, tables: readonly Table[]) {
    super(scope, id)
    const key = new Key(this, 'Key', {
      alias: `${prefix}/backup`,
      description: 'Backups of the tables',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const vault = new BackupVault(this, 'Vault', {
      backupVaultName: prefix,
      encryptionKey: key,
      // Nobody removes a copy early, and none is kept longer.
      lockConfiguration: { minRetention: Duration.days(30), maxRetention: kept },
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const plan = new BackupPlan(this, 'Plan', { backupPlanName: prefix, backupVault: vault })
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'nightly',
        scheduleExpression: Schedule.cron({ hour: '7', minute: '0' }),
        deleteAfter: kept,
      }),
    )
    plan.addSelection('Tables', { resources: tables.map(BackupResource.fromDynamoDbTable), role: this.#role() })
  }

  #role(): Role {
    const role = new Role(this, 'Role', {
      description: 'AWS Backup copies the tables',
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSBackupServiceRolePolicyForBackup')],
    })
    accept(role, {
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]':
        'AWS Backup needs more actions as it grows, and keeps them in this policy; the selection names the tables it may copy.',
    })
    return role
  }
}
