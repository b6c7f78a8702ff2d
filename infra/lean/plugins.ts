import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import { edited, standIn } from './stand-in.ts'

/** zod describes its schemas as JSON Schema for who writes a document; a function only checks what it is sent. */
const noJsonSchema: Plugin[] = [
  edited('no-json-schema', /[/\\]zod[/\\]v4[/\\]classic[/\\]schemas\.js$/, (source) =>
    source.replace(/^ +inst\._zod\.processJSONSchema = .*;$/gm, ''),
  ),
  edited('no-json-schema-writer', /[/\\]zod[/\\]v4[/\\]core[/\\]to-json-schema\.js$/, (source) => {
    const names = [...source.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name]) => `none as ${name}`)
    return `const none = () => { throw new Error('No JSON Schema here.') }; export { ${names.join(', ')}, none as process }`
  }),
]

/**
 * `npm run openapi` writes the API's document before there is a bundle. A running function registers its routes, and the
 * app reads them back to tell which methods an address has; the writer, and all of zod that it could extend, stay home.
 */
const noDocumentWriter = standIn(
  'no-document-writer',
  {
    '@asteasolutions/zod-to-openapi': `
      export class OpenAPIRegistry {
        definitions = []
        registerPath(route) { this.definitions.push({ type: 'route', route }) }
      }
      function none() { throw new Error('The document is written by npm run openapi.') }
      export { none as OpenApiGeneratorV3, none as OpenApiGeneratorV31, none as getOpenApiMetadata }
      export const extendZodWithOpenApi = () => {}`,
    zod: 'export const z = undefined',
  },
  /[/\\]@hono[/\\]zod-openapi[/\\]/,
)

/** The few things that `shared/i18n` asks of i18next, in a fiftieth of its size; a test holds every text against it. */
const plainWords: Plugin = {
  name: 'plain-words',
  setup({ onResolve }) {
    onResolve({ filter: /^i18next$/ }, () => ({ path: join(import.meta.dirname, 'words.ts'), sideEffects: false }))
  },
}

/** Lambda hands credentials over in the environment: profiles, single sign-on and instance metadata are left out. */
const lambdaCredentials = edited(
  'lambda-credentials',
  /[/\\]@aws-sdk[/\\]credential-provider-node[/\\]dist-es[/\\]index\.js$/,
  () => "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env'",
)

/** Every protocol of the AWS SDK can stream events, and fetches what that takes when an operation does; none in use does. */
const noStreams = standIn(
  'no-streams',
  {
    '@smithy/core/event-streams': `
      export class EventStreamSerde { constructor() { throw new Error('No operation in use streams events.') } }`,
  },
  /[/\\]protocols[/\\]HttpProtocol\.js$/,
)

/** The client of DynamoDB makes a cache of endpoints that none of its commands asks; bowser tells browsers apart. */
const unasked = standIn('unasked', {
  '@aws-sdk/endpoint-cache': 'export class EndpointCache {}',
  bowser: 'export const parse = undefined',
})

/** A client of the AWS SDK reads its version from its whole package.json. */
const onlyVersions: Plugin = {
  name: 'only-versions',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]@aws-sdk[/\\]client-[\w-]+[/\\]package\.json$/ }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, 'utf8'))
      return { contents: JSON.stringify({ version }), loader: 'json' }
    })
  },
}

/** What the functions do without. Nothing of it is reached by what the product does, or its stand-in says so loudly. */
export const lean: readonly Plugin[] = [
  ...noJsonSchema,
  noDocumentWriter,
  plainWords,
  lambdaCredentials,
  noStreams,
  unasked,
  onlyVersions,
]
