import * as z from 'zod'
import * as clients from '../../../shared/clients/index.ts'
import { operation, type Routes } from '../operation.ts'
import { pageOf, pageQuery, pathId, Timeline } from './shapes.ts'

const tag = 'Clients'
const params = pathId('client')
const answer = clients.ClientSchema.meta({ id: 'Client' })
const Hit = z
  .object({
    id: z.string(),
    name: z.string(),
    birthDate: z.string().optional(),
    chartNumber: z.string().optional(),
    locale: z.enum(['en', 'fr']),
  })
  .meta({ id: 'SearchHit' })

export function clientRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'post',
      path: '/clients',
      id: 'createClient',
      tag,
      summary: 'Put a client on file',
      description:
        'A record that looks like the same person answers 409 with `candidates`. Name those that are other people in `notDuplicateOf` to go on.',
      permission: 'clients:create',
      body: clients.CreateClientInput.meta({ id: 'ClientInput' }),
      example: {
        names: { given: 'Fern', family: 'Fiction' },
        birthDate: '1951-04-12',
        locale: 'en',
        interests: ['singing'],
        contactPoints: [
          { system: 'phone', value: '519-555-0123', preferred: true, safe: { voicemail: true, text: false } },
        ],
      },
      answer,
      creates: 'clients',
      refusals: ['possible-duplicate'],
    },
    (ctx, { body }) => clients.createClient(ctx, body),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/clients/search',
      id: 'searchClients',
      tag,
      summary: 'Find clients by part of a name, birth date or chart number',
      description: 'The search is in the body, so that no name is ever part of an address.',
      permission: 'clients:search',
      query: z.strictObject(pageQuery),
      body: clients.SearchInput,
      example: { text: 'ict' },
      answer: pageOf(Hit),
    },
    (ctx, { body, query }) => clients.searchClients(ctx, { ...body, ...query }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/clients/{client}',
      id: 'getClient',
      tag,
      summary: 'Read a client',
      permission: 'clients:read',
      params,
      answer,
    },
    (ctx, { params: { client } }) => ctx.store.get(clients.Client, client),
  )

  operation(
    routes,
    {
      method: 'patch',
      path: '/clients/{client}',
      id: 'updateClient',
      tag,
      summary: 'Change what is on file about a client',
      permission: 'clients:update',
      params,
      body: clients.UpdateClientInput,
      example: { interests: ['singing', 'gardening'] },
      answer,
      versioned: true,
      refusals: ['client-merged'],
    },
    (ctx, { params: { client }, body, ifMatch }) => clients.updateClient(ctx, { id: client, ifMatch, changes: body }),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/clients/{client}/merge',
      id: 'mergeClients',
      tag,
      summary: 'Merge another record of the same person into this one',
      permission: 'clients:merge',
      params,
      body: clients.MergeInput,
      example: { from: 'client_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' },
      answer,
      versioned: true,
      refusals: ['merge-same'],
    },
    (ctx, { params: { client }, body, ifMatch }) => clients.mergeClients(ctx, { id: client, ifMatch, ...body }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/clients/{client}/timeline',
      id: 'getClientTimeline',
      tag,
      summary: 'Read what happened with a client, newest first',
      permission: 'clients:read',
      params,
      query: z.strictObject(pageQuery),
      answer: Timeline,
    },
    (ctx, { params: { client }, query }) => clients.clientTimeline(ctx, { id: client, ...query }),
  )
}
