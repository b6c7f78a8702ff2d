import * as z from 'zod'
import * as staff from '../../../shared/staff/index.ts'
import { operation, type Routes } from '../operation.ts'
import { pageOf, pageQuery, pathId } from './shapes.ts'

const tag = 'Staff'
const params = pathId('staff')
const answer = staff.Member.meta({ id: 'Member' })
const me = staff.Me.meta({ id: 'Me' })
const soon = 'It holds for every request within a minute.'

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
      answer: me,
    },
    (ctx) => staff.whoAmI(ctx),
  )

  operation(
    routes,
    {
      method: 'patch',
      path: '/me',
      id: 'updateMe',
      tag,
      summary: 'Change your language, and how the console behaves for you',
      description: `Only what is named changes. ${soon}`,
      permission: null,
      body: staff.UpdateMeInput,
      example: { locale: 'en', preferences: { shortcuts: false } },
      answer: me,
      refusals: ['offboarding-begun'],
    },
    (ctx, { body }) => staff.updateMe(ctx, body),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/staff',
      id: 'listStaff',
      tag,
      summary: 'List the staff of your centre, by name',
      description: 'Those who are active, unless another status is asked for.',
      permission: 'staff:read',
      query: z.strictObject({ status: staff.StaffSchema.shape.status.optional(), ...pageQuery }),
      answer: pageOf(staff.Colleague.meta({ id: 'Colleague' })),
    },
    (ctx, { query }) => staff.listStaff(ctx, query),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/staff',
      id: 'inviteColleague',
      tag,
      summary: 'Invite a colleague',
      description:
        'The identity provider writes to them; they are active from the first time that they sign in. Asking again for the same address sends the invitation again, and finishes one that was cut short.',
      permission: 'staff:write',
      body: staff.InviteInput.meta({ id: 'InviteInput' }),
      example: { name: 'Fable Sample', email: 'fable.sample@example.org', roles: ['navigator'], locale: 'fr' },
      answer,
      creates: 'staff',
      refusals: ['on-staff', 'address-taken'],
    },
    (ctx, { body }, deps) => staff.inviteColleague(ctx, deps, body),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/staff/{staff}',
      id: 'getStaff',
      tag,
      summary: 'Read what is on file about a colleague',
      permission: 'staff:write',
      params,
      answer,
    },
    (ctx, { params: { staff: id } }) => staff.readStaff(ctx, id),
  )

  operation(
    routes,
    {
      method: 'patch',
      path: '/staff/{staff}',
      id: 'updateStaff',
      tag,
      summary: 'Change a colleague’s roles, name or language',
      description: `Only what is named changes. ${soon}`,
      permission: 'staff:write',
      params,
      body: staff.UpdateStaffInput,
      example: { roles: ['navigator', 'evaluator'] },
      answer,
      versioned: true,
      refusals: ['last-admin'],
    },
    (ctx, { params: { staff: id }, body, ifMatch }) => staff.updateStaff(ctx, { id, ifMatch, changes: body }),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/staff/{staff}/deactivate',
      id: 'deactivateStaff',
      tag,
      summary: 'End a colleague’s access',
      description: `${soon} Asking again for somebody who was deactivated before tells the identity provider again.`,
      permission: 'staff:write',
      params,
      answer,
      versioned: true,
      refusals: ['last-admin'],
    },
    (ctx, { params: { staff: id }, ifMatch }, deps) => staff.deactivateStaff(ctx, deps, { id, ifMatch }),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/staff/{staff}/reactivate',
      id: 'reactivateStaff',
      tag,
      summary: 'Give a colleague their access back',
      description: soon,
      permission: 'staff:write',
      params,
      answer,
      versioned: true,
      refusals: ['not-invited'],
    },
    (ctx, { params: { staff: id }, ifMatch }, deps) => staff.reactivateStaff(ctx, deps, { id, ifMatch }),
  )
}
