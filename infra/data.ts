import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb'
import { Key } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import { keyAttributes, projectionOf, type TableName, tables } from '../shared/db/tables.ts'
import { Archive } from './archive.ts'
import { Backup } from './backup.ts'
import { Exports } from './exports.ts'
import { prefix, region } from './place.ts'

/**
 * The tables of `shared/db/tables.ts`, each under a key of its own: who may not use a table's key cannot read it
 * whatever else they are allowed. Removing the stack removes neither.
 */
export class Data extends Stack {
  readonly tables: Readonly<Record<TableName, Table>>
  readonly keys: Readonly<Record<TableName, Key>>
  readonly archive: Archive
  readonly exports: Exports

  constructor(scope: Construct, id: string) {
    super(scope, id, {
      env: { region },
      terminationProtection: true,
      description: 'Rx: Community: tables, their keys and backups, the archive of the audit log',
    })
    const names = Object.keys(tables) as TableName[]
    this.keys = record(names, (name) => this.#key(name))
    this.tables = record(names, (name) => this.#table(name))
    new Backup(this, 'Backup', Object.values(this.tables))
    this.archive = new Archive(this, 'Archive')
    this.exports = new Exports(this, 'Exports')
  }

  #key(name: TableName): Key {
    return new Key(this, `${titled(name)}Key`, {
      alias: `${prefix}/${name}`,
      description: `Table ${name}`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
  }

  #table(name: TableName): Table {
    const { indexes, stream, expires } = tables[name]
    const table = new Table(this, titled(name), {
      tableName: `${prefix}-${name}`,
      ...keySchema(),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.keys[name],
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(stream && { stream: StreamViewType.NEW_IMAGE }),
      ...(expires && { timeToLiveAttribute: 'expires' }),
    })
    for (const index of indexes) {
      const projectionType = ProjectionType[projectionOf(index)]
      table.addGlobalSecondaryIndex({ indexName: index, ...keySchema(index), projectionType })
    }
    return table
  }
}

function keySchema(index?: string) {
  const { pk, sk } = keyAttributes(index)
  return {
    partitionKey: { name: pk, type: AttributeType.STRING },
    sortKey: { name: sk, type: AttributeType.STRING },
  }
}

function titled(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function record<T>(names: readonly TableName[], make: (name: TableName) => T): Record<TableName, T> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<TableName, T>
}
