import { CfnOutput, Stack } from 'aws-cdk-lib'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { accept } from './accept.ts'
import { Api } from './api.ts'
import { ArchiveSchedule } from './archive-schedule.ts'
import type { Bundles, FunctionName } from './bundle.ts'
import type { Data } from './data.ts'
import { deadLetters } from './dead-letters.ts'
import { Events } from './events.ts'
import { ProductFunction, type ProductFunctionProps } from './functions.ts'
import type { Identity } from './identity.ts'
import { Observability } from './observability.ts'
import { OffboardSchedule } from './offboard-schedule.ts'
import { operationsKey } from './operations-key.ts'
import { originProof } from './origin-proof.ts'
import { parametersOf } from './parameters.ts'
import { region } from './place.ts'
import { provision } from './provision.ts'
import { TenantRole } from './tenant-role.ts'
import { Web } from './web.ts'

export interface ProductProps {
  readonly data: Data
  readonly identity: Identity
  readonly bundles: Bundles
}

/** Everything that runs. It keeps no data: it can be removed and made again. */
export class Product extends Stack {
  constructor(scope: Construct, id: string, { data, identity, bundles }: ProductProps) {
    super(scope, id, { env: { region }, description: 'Rx: Community: functions, API, console, events, alarms' })
    const parameters = parametersOf(this)
    const key = operationsKey(this)
    const unarchived = deadLetters(this, 'Unarchived', 'archive-dead')
    const unfinished = deadLetters(this, 'Unfinished', 'offboard-dead')
    const functions = this.#functions(bundles, key, { unarchived, unfinished })
    const { api, admin, events, outbox } = functions
    const tenant = new TenantRole(this, 'TenantData', {
      data,
      users: [api.role, events.role, outbox.role, functions.offboard.role],
    })
    const road = new Events(this, 'Events', { data, worker: events, sender: outbox })
    new ArchiveSchedule(this, 'Archive', functions.archive, unarchived)
    new OffboardSchedule(this, 'Leaving', functions.offboard, unfinished)
    provision(functions, {
      data,
      identity,
      parameters,
      tenantRoleArn: tenant.arn,
      outbox: road.outbox,
      secret: { secretArn: this.#cursorSecret(key).secretArn, keyArn: key.keyArn },
    })
    const proof = originProof(this, key)
    const entry = new Api(this, 'Entry', {
      api: api.function,
      admin: admin.function,
      domain: identity.domain,
      certificateArn: parameters.certificateArn,
      key,
      proof,
    })
    const web = new Web(this, 'Web', {
      domain: identity.domain,
      certificateArn: parameters.edgeCertificateArn,
      api: entry.target,
      proof,
    })
    new Observability(this, 'Observability', {
      functions,
      api: entry,
      deadLetters: [...road.deadLetters, unarchived, unfinished],
      email: parameters.alarmAddress,
      key,
    })
    new CfnOutput(this, 'PointTheHostNameAt', { value: web.target })
    new CfnOutput(this, 'ConsoleFiles', { value: web.files })
  }

  #functions(
    bundles: Bundles,
    key: Key,
    { unarchived, unfinished }: { readonly unarchived: Queue; readonly unfinished: Queue },
  ): Record<FunctionName, ProductFunction> {
    const made = (
      name: FunctionName,
      id: string,
      does: string,
      timeoutSeconds: number,
      concurrency: number,
      more: Pick<ProductFunctionProps, 'deadLetters'> = {},
    ) =>
      new ProductFunction(this, id, {
        ...more,
        name,
        does,
        directory: bundles.directory(name),
        memoryMegabytes: 1_024,
        timeoutSeconds,
        concurrency,
        key,
      })
    return {
      api: made('api', 'Api', 'Answers the people and partners of centres', 20, 100),
      admin: made('admin', 'Admin', 'Answers the Alliance', 20, 10),
      events: made('events', 'Worker', 'Does what follows from events', 60, 20),
      outbox: made('outbox', 'Sender', 'Sends messages', 60, 10),
      archive: made('archive', 'Archiver', 'Archives the audit log', 900, 1, { deadLetters: unarchived }),
      offboard: made('offboard', 'Offboarder', 'Lets centres go', 900, 1, { deadLetters: unfinished }),
    }
  }

  /** What list cursors are sealed with. */
  #cursorSecret(key: Key): Secret {
    const secret = new Secret(this, 'CursorSecret', {
      description: 'Seals the cursors of lists',
      encryptionKey: key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    })
    const reason =
      'It only keeps callers from forging where a page of their own list ended; a new one would break lists that people are reading.'
    accept(secret, { 'AwsSolutions-SMG4': reason, 'NIST.800.53.R5-SecretsManagerRotationEnabled': reason })
    return secret
  }
}
