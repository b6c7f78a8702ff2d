import * as centres from '../../../shared/centres/index.ts'
import * as offboarding from '../../../shared/offboarding/index.ts'
import { operation, type Routes } from '../operation.ts'

const tag = 'Centre'
const answer = centres.CentreSchema.meta({ id: 'Centre' })
const offboardingAnswer = offboarding.OffboardingSchema.meta({ id: 'Offboarding' })

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
      description:
        'Only what is named changes, text by text; null takes a text away, and a text is always in both languages. It holds for every request within a minute.',
      permission: 'centre:write',
      body: centres.UpdateSettingsInput,
      example: { firstContactDays: 10, measures: ['ucla-3', 'belonging'] },
      answer,
      versioned: true,
    },
    (ctx, { body, ifMatch }) => centres.updateSettings(ctx, { ifMatch, changes: body }),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/centre/offboarding',
      id: 'beginOffboarding',
      tag,
      summary: 'Leave: have everything exported, checked and disposed of',
      description:
        'There is no way back once the disposal has begun. Within a minute the centre’s doors are shut but for an administrator who looks how far it is. Then everything that the centre owns is exported to documented files, which are read back; what is in them is disposed of; a certificate stays. Where a legal hold stands, nothing is disposed of, and the doors open again.',
      permission: 'centre:offboard',
      body: offboarding.OffboardInput,
      example: { confirm: 'guelph' },
      answer: offboardingAnswer,
      refusals: ['offboarding-begun'],
    },
    (ctx, { body }) => offboarding.beginOffboarding(ctx, body),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/centre/offboarding',
      id: 'readOffboarding',
      tag,
      summary: 'Read how far your centre’s leaving is',
      permission: 'centre:offboard',
      answer: offboardingAnswer,
    },
    (ctx) => offboarding.readOffboarding(ctx),
  )
}
