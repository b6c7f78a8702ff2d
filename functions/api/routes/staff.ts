import * as z from 'zod'
import * as staff from '../../../shared/staff/index.ts'
import { operation, type Routes } from '../operation.ts'
import { pageOf, pageQuery } from './shapes.ts'

const tag = 'Staff'

export function staffRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'get',
      path: '/me',
      id: 'getMe',
      tag,
      summary: 'Read who you are here and what you may do',
      permission: null,
      answer: staff.Me.meta({ id: 'Me' }),
    },
    (ctx) => staff.whoAmI(ctx),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/staff',
      id: 'listStaff',
      tag,
      summary: 'List the active staff of your centre, by name',
      permission: 'staff:read',
      query: z.strictObject(pageQuery),
      answer: pageOf(staff.Colleague.meta({ id: 'Colleague' })),
    },
    (ctx, { query }) => staff.listStaff(ctx, query),
  )
}
