import * as centres from '../../../shared/centres/index.ts'
import { operation, type Routes } from '../operation.ts'

const tag = 'Centre'
const answer = centres.CentreSchema.meta({ id: 'Centre' })

export function centreRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'get',
      path: '/centre',
      id: 'getCentre',
      tag,
      summary: 'Read your centre and its settings',
      permission: 'centre:read',
      answer,
    },
    (ctx) => ctx.store.get(centres.Centre, ctx.tenant),
  )

  operation(
    routes,
    {
      method: 'patch',
      path: '/centre/settings',
      id: 'updateSettings',
      tag,
      summary: 'Change what your centre decides for itself',
      description: 'Only what is named changes. It holds for every request within a minute.',
      permission: 'centre:write',
      body: centres.UpdateSettingsInput,
      example: { firstContactDays: 10, measures: ['ucla-3', 'belonging'] },
      answer,
      versioned: true,
    },
    (ctx, { body, ifMatch }) => centres.updateSettings(ctx, { ifMatch, changes: body }),
  )
}
