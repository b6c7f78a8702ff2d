import * as z from 'zod'
import { id } from '../../../shared/core/text.ts'
import * as definitions from '../../../shared/extracts/definitions/index.ts'
import * as extracts from '../../../shared/extracts/index.ts'
import { operation, type Routes } from '../operation.ts'
import { pageOf, pageQuery, pathId } from './shapes.ts'

const tag = 'Extracts'
const params = pathId('extract')
const ofDefinition = z.object({ extractDefinition: id('extract-definition') })
const Extract = extracts.ExtractSchema.meta({ id: 'Extract' })
const ExtractDefinition = extracts.ExtractDefinitionSchema.meta({ id: 'ExtractDefinition' })

const Dictionary = z
  .object({
    extract: z.string(),
    dictionary: z.string().meta({ description: 'Its version.' }),
    entries: z.array(
      z.object({
        kind: z.enum(['figure', 'statistic', 'column']),
        id: z.string(),
        name: z.string(),
        definition: z.string(),
      }),
    ),
  })
  .meta({ id: 'ExtractDictionary' })

export function extractRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'post',
      path: '/extract-definitions',
      id: 'saveExtractDefinition',
      tag,
      summary: 'Keep what an extract is to hold under a name',
      permission: 'extracts:define',
      body: extracts.ExtractDefinitionInput.meta({ id: 'ExtractDefinitionInput' }),
      example: {
        name: 'For the board, by fiscal year',
        figures: 'everything',
        audience: 'outside',
        period: { kind: 'preset', preset: 'fiscal' },
      },
      answer: ExtractDefinition,
      creates: 'extract-definitions',
    },
    (ctx, { body }) => definitions.saveDefinition(ctx, body),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/extract-definitions',
      id: 'listExtractDefinitions',
      tag,
      summary: 'List the saved definitions in use, by name',
      permission: 'extracts:read',
      query: z.strictObject(pageQuery),
      answer: pageOf(ExtractDefinition),
    },
    (ctx, { query }) => definitions.listDefinitions(ctx, query),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/extract-definitions/{extractDefinition}',
      id: 'getExtractDefinition',
      tag,
      summary: 'Read a saved definition',
      permission: 'extracts:read',
      params: ofDefinition,
      answer: ExtractDefinition,
    },
    (ctx, { params: { extractDefinition } }) => definitions.readDefinition(ctx, extractDefinition),
  )

  operation(
    routes,
    {
      method: 'patch',
      path: '/extract-definitions/{extractDefinition}',
      id: 'updateExtractDefinition',
      tag,
      summary: 'Give a saved definition another name or other choices',
      permission: 'extracts:define',
      params: ofDefinition,
      body: extracts.UpdateExtractDefinition,
      example: { name: 'For the board, by year', period: { kind: 'months', from: '2026-01', to: '2026-12' } },
      answer: ExtractDefinition,
      versioned: true,
      refusals: ['definition-removed'],
    },
    (ctx, { params: { extractDefinition }, body, ifMatch }) =>
      definitions.updateDefinition(ctx, { id: extractDefinition, ifMatch, changes: body }),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/extract-definitions/{extractDefinition}/remove',
      id: 'removeExtractDefinition',
      tag,
      summary: 'Take a saved definition out of use',
      permission: 'extracts:define',
      params: ofDefinition,
      answer: ExtractDefinition,
      versioned: true,
      refusals: ['definition-removed'],
    },
    (ctx, { params: { extractDefinition }, ifMatch }) =>
      definitions.removeDefinition(ctx, { id: extractDefinition, ifMatch }),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/extracts',
      id: 'takeExtract',
      tag,
      summary: 'Take figures out as they are now',
      description:
        'By a saved definition, or by choices made for this once. What is taken is kept and never changes. Noted in the audit log as an export.',
      permission: 'extracts:take',
      body: extracts.TakeInput.meta({ id: 'TakeInput' }),
      example: { definition: { kind: 'saved', id: 'extract-definition_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' } },
      answer: Extract,
      creates: 'extracts',
    },
    (ctx, { body }) => extracts.takeExtract(ctx, body),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/extracts',
      id: 'listExtracts',
      tag,
      summary: 'List what was taken out, when, by whom and for whom, newest first',
      permission: 'extracts:read',
      query: z.strictObject(pageQuery),
      answer: pageOf(extracts.ExtractHead.meta({ id: 'ExtractHead' })),
    },
    (ctx, { query }) => extracts.listExtracts(ctx, query),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/extracts/{extract}',
      id: 'getExtract',
      tag,
      summary: 'Read an extract, as it was taken',
      description:
        'As data, or for `Accept: text/csv` as a file in the caller’s language whose first lines say what it is. Noted in the audit log as an export.',
      permission: 'extracts:read',
      params,
      answer: Extract,
      csv: extracts.extractFile,
    },
    (ctx, { params: { extract } }) => extracts.readExtract(ctx, extract),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/extracts/{extract}/dictionary',
      id: 'getExtractDictionary',
      tag,
      summary: 'Read the data dictionary of an extract, in the version of its day',
      description: 'In the caller’s language; as a file for `Accept: text/csv`.',
      permission: 'extracts:read',
      params,
      answer: Dictionary,
      csv: extracts.dictionaryFile,
    },
    (ctx, { params: { extract } }) => extracts.readDictionary(ctx, extract),
  )
}
