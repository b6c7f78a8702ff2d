import { runInNewContext } from 'node:vm'
import type { Cloud } from './cloud.ts'

export interface Asked {
  /** Where the edge sees the request come from. */
  readonly address?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** What CloudFront makes of a request before it goes on. */
export interface Passed {
  readonly to: 'api' | 'console'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Does with a request what CloudFront does: the first behaviour whose pattern the path matches, letter by letter, then
 * that behaviour's function, in a world with nothing of Node's, then the headers that its origin is always sent.
 */
export function edge(cloud: Cloud): (path: string, asked?: Asked) => Passed {
  const { DistributionConfig: config } = cloud.ofType('AWS::CloudFront::Distribution')[0]?.properties ?? {}
  const codes = new Map(
    cloud
      .ofType('AWS::CloudFront::Function')
      .map(({ id, properties }) => [`${id}.FunctionARN`, properties.FunctionCode]),
  )

  return function pass(path, { address = '192.0.2.1', headers = {} } = {}) {
    const behaviour = config.CacheBehaviors.find(matches(path)) ?? config.DefaultCacheBehavior
    const origin = config.Origins.find(({ Id }: { Id: string }) => Id === behaviour.TargetOriginId)
    const [association, ...more] = behaviour.FunctionAssociations
    if (association?.EventType !== 'viewer-request' || more.length > 0) throw new Error('Not one function.')
    const request = { method: 'GET', uri: path, querystring: {}, cookies: {}, headers: valued(headers) }
    const event = { version: '1.0', context: {}, viewer: { ip: address }, request }
    const passed = runInNewContext(`${codes.get(association.FunctionARN)}\nhandler(event)`, { event })
    const always = origin.OriginCustomHeaders ?? []
    return {
      to: origin.CustomOriginConfig ? 'api' : 'console',
      path: passed.uri,
      headers: {
        ...Object.fromEntries(Object.entries<Valued>(passed.headers).map(([name, { value }]) => [name, value])),
        ...Object.fromEntries(always.map((header: CustomHeader) => [header.HeaderName, header.HeaderValue])),
      },
    }
  }
}

interface Valued {
  readonly value: string
}

interface CustomHeader {
  readonly HeaderName: string
  readonly HeaderValue: string
}

function matches(path: string) {
  return ({ PathPattern }: { readonly PathPattern: string }) => {
    const pattern = PathPattern.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
    return new RegExp(`^${pattern}$`).test(path)
  }
}

function valued(headers: Readonly<Record<string, string>>): Record<string, Valued> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), { value }]))
}
