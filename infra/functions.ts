import { CfnParameter, Duration, Stack } from 'aws-cdk-lib'
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { accept } from './accept.ts'
import type { FunctionName } from './bundle.ts'
import { putAside } from './permissions.ts'
import { prefix } from './place.ts'
import { allow, type Statement } from './statement.ts'

export interface ProductFunctionProps {
  readonly name: FunctionName
  readonly does: string
  /** Folder of its bundle. */
  readonly directory: string
  readonly memoryMegabytes: number
  readonly timeoutSeconds: number
  /** Simultaneous runs reserved for it, unless the stack's parameter says another number. */
  readonly concurrency: number
  /** Encrypts its log. */
  readonly key: IKey
  /** Where calls go that failed to the last, for a function that nobody waits for. */
  readonly deadLetters?: IQueue
}

/** A function with a role of its own, which may do what it is given here and nothing that some grant might add. */
export class ProductFunction extends Construct {
  readonly name: FunctionName
  readonly function: LambdaFunction
  readonly role: Role
  readonly permissions: ManagedPolicy

  constructor(scope: Construct, id: string, props: ProductFunctionProps) {
    super(scope, id)
    this.name = props.name
    this.role = new Role(this, 'Role', {
      roleName: `${prefix}-${props.name}`,
      description: props.does,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    })
    this.permissions = new ManagedPolicy(this, 'Permissions', { roles: [this.role] })
    const logGroup = new LogGroup(this, 'Log', { retention: RetentionDays.ONE_YEAR, encryptionKey: props.key })
    this.function = new LambdaFunction(this, 'Function', {
      functionName: `${prefix}-${props.name}`,
      description: props.does,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(props.directory),
      handler: 'index.handler',
      memorySize: props.memoryMegabytes,
      timeout: Duration.seconds(props.timeoutSeconds),
      reservedConcurrentExecutions: this.#concurrency(id, props),
      tracing: Tracing.ACTIVE,
      ...(props.deadLetters && { deadLetterQueue: props.deadLetters }),
      logGroup,
      role: this.role.withoutPolicyUpdates(),
    })
    this.function.node.addDependency(this.permissions)
    this.give({}, [
      allow('WriteLog', ['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]),
      allow('WriteTraces', ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], ['*']),
      ...(props.deadLetters ? [putAside(props.deadLetters.queueArn)] : []),
    ])
    accept(this.permissions, {
      'AwsSolutions-IAM5[Resource::*]': 'X-Ray has no resources to name: its two actions that write take only "*".',
    })
    accept(this.function, {
      'NIST.800.53.R5-LambdaConcurrency':
        'Concurrency is reserved by a parameter of the stack, at least 1; the rule reads only a number in its place.',
      ...(!props.deadLetters && {
        'NIST.800.53.R5-LambdaDLQ':
          'Nothing calls it asynchronously: API Gateway waits for the answer, and stream and queue have dead letters of their own.',
      }),
      'NIST.800.53.R5-LambdaInsideVPC':
        'It has no server of ours to reach: AWS services and the sign-in provider answer over TLS and check its role; a VPC would only add a way out.',
    })
  }

  /** What it is told, and what it may do. */
  give(environment: Readonly<Record<string, string>>, permissions: readonly Statement[]): void {
    for (const [name, value] of Object.entries(environment)) this.function.addEnvironment(name, value)
    this.permissions.addStatements(...permissions.map((statement) => PolicyStatement.fromJson(statement)))
  }

  #concurrency(id: string, { does, concurrency }: ProductFunctionProps): number {
    return new CfnParameter(Stack.of(this), `${id}Concurrency`, {
      description: `Simultaneous runs reserved for: ${does}`,
      type: 'Number',
      default: concurrency,
      minValue: 1,
    }).valueAsNumber
  }
}
