import { readFileSync } from 'node:fs'
import {
  Function as EdgeFunction,
  type FunctionAssociation,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
} from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import { transformSync } from 'esbuild'
import { prefix } from './place.ts'

/** Runs a file of `infra/edge/` for each request that a browser sends. */
export function onRequest(scope: Construct, name: 'page' | 'viewer', does: string): FunctionAssociation {
  const made = new EdgeFunction(scope, `On-${name}`, {
    functionName: `${prefix}-${name}`,
    comment: does,
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(scriptOf(name)),
  })
  return { function: made, eventType: FunctionEventType.VIEWER_REQUEST }
}

/** The edge takes one plain script, no types, no module. */
function scriptOf(name: string): string {
  const source = readFileSync(new URL(`./edge/${name}.ts`, import.meta.url), 'utf8')
  return transformSync(source, { loader: 'ts' }).code.replaceAll(/^export /gm, '')
}
