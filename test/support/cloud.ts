import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { type Bundles, bundleFunctions, functionNames } from '../../infra/bundle.ts'
import { region } from '../../infra/place.ts'
import { addStacks } from '../../infra/stacks.ts'

export const account = '123456789012'

interface Stack {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: unknown }>>
  readonly Parameters?: Readonly<Record<string, { readonly Default?: unknown }>>
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: string } }>>
}

/** One resource of a synthesised stack, what it refers to filled in. */
export interface Resource {
  /** `<stack>.<logical id>`: what a reference to it is filled in with, a dot and the attribute after it. */
  readonly id: string
  readonly type: string
  // biome-ignore lint/suspicious/noExplicitAny: a template is whatever the service's schema says
  readonly properties: any
}

/** The stacks exactly as they would be deployed. */
export interface Cloud {
  readonly app: App
  readonly bundles: Bundles
  readonly resources: readonly Resource[]
  ofType(type: string): readonly Resource[]
}

/**
 * Synthesises every stack, with the settings of `cdk.json`.
 * @param given `bundled`: with the functions' code, for who asks what is in it, which takes seconds; `checked`: against
 *   CloudFormation's schemas and rules too, which takes seconds as well and throws on a finding.
 */
export async function synthesise(given: { bundled?: boolean; checked?: boolean } = {}): Promise<Cloud> {
  const directory = await mkdtemp(join(tmpdir(), 'rxc-cloud-'))
  const { context } = JSON.parse(await readFile('cdk.json', 'utf8'))
  const bundles = await (given.bundled ? bundleFunctions : emptyBundles)(join(directory, 'functions'))
  const builtinCloudFormationValidation = given.checked === true
  const app = new App({ context, outdir: join(directory, 'assembly'), builtinCloudFormationValidation })
  addStacks(app, bundles)
  const stacks = Object.fromEntries(app.synth().stacks.map(({ stackName, template }) => [stackName, template as Stack]))
  await rm(directory, { recursive: true })
  const resources = Object.entries(stacks).flatMap(([name, stack]) =>
    Object.entries(stack.Resources).map(([id, { Type, Properties }]) => ({
      id: `${name}.${id}`,
      type: Type,
      properties: filledIn(Properties, name, stacks),
    })),
  )
  return { app, bundles, resources, ofType: (type) => resources.filter((resource) => resource.type === type) }
}

async function emptyBundles(directory: string): Promise<Bundles> {
  await Promise.all(functionNames.map((name) => mkdir(join(directory, name), { recursive: true })))
  return { directory: (name) => join(directory, name), metafile: { inputs: {}, outputs: {} } }
}

/** A template's value with its intrinsic functions worked out, as far as a template alone tells. */
function filledIn(value: unknown, name: string, stacks: Readonly<Record<string, Stack>>): unknown {
  const fill = (inner: unknown) => filledIn(inner, name, stacks)
  if (Array.isArray(value)) return value.map(fill)
  if (typeof value !== 'object' || value === null) return value
  const [[fn, argument] = ['', undefined], ...more] = Object.entries(value)
  if (more.length === 0) {
    if (fn === 'Ref') return referred(String(argument), name, stacks)
    if (fn === 'Fn::GetAtt') return `${name}.${(argument as string[]).join('.')}`
    if (fn === 'Fn::Join') return joined(fill(argument) as [string, unknown[]])
    if (fn === 'Fn::Sub') return String(argument).replaceAll(`\${AWS::AccountId}`, account)
    if (fn === 'Fn::ImportValue') return imported(String(argument), stacks)
    if (fn.startsWith('Fn::')) throw new Error(`${fn} is not known here.`)
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)]))
}

function referred(id: string, name: string, stacks: Readonly<Record<string, Stack>>): unknown {
  const pseudo = { 'AWS::AccountId': account, 'AWS::Region': region, 'AWS::Partition': 'aws' }
  const parameter = stacks[name]?.Parameters?.[id]
  if (parameter !== undefined) return parameter.Default ?? `${name}.${id}`
  return pseudo[id as keyof typeof pseudo] ?? `${name}.${id}`
}

function joined([separator, parts]: [string, unknown[]]): string {
  return parts.join(separator)
}

function imported(exported: string, stacks: Readonly<Record<string, Stack>>): unknown {
  for (const [name, { Outputs = {} }] of Object.entries(stacks)) {
    const output = Object.values(Outputs).find(({ Export }) => Export?.Name === exported)
    if (output) return filledIn(output.Value, name, stacks)
  }
  throw new Error(`No stack exports ${exported}.`)
}
