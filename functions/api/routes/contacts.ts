import * as z from 'zod'
import * as contacts from '../../../shared/contacts/index.ts'
import { timelineOf } from '../../../shared/core/timeline.ts'
import { operation, type Routes } from '../operation.ts'
import { pageOf, pageQuery, pathId, Timeline } from './shapes.ts'

const tag = 'Contacts'
const params = pathId('contact')
const ofReferral = pathId('referral')
const answer = contacts.ContactSchema.meta({ id: 'Contact' })

export function contactRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'post',
      path: '/referrals/{referral}/contacts',
      id: 'logContact',
      tag,
      summary: 'Log a contact with a client, or an attempt at one',
      description:
        'Plans the referral’s next action: on `nextActionOn`, else in 2 days when nobody was reached and in 14 when somebody was. The first contact that reached the client starts work on the referral, and the prescriber hears of it.',
      permission: 'contacts:log',
      params: ofReferral,
      body: contacts.ContactInput.meta({ id: 'ContactInput' }),
      example: {
        channel: 'phone',
        result: 'reached',
        minutes: 12,
        barriersAddressed: ['transport'],
        note: 'Would like to sing again, if somebody comes along the first time.',
        writtenTogether: true,
      },
      answer,
      creates: 'contacts',
      refusals: ['referral-not-open', 'do-not-contact', 'client-merged'],
    },
    (ctx, { params: { referral }, body }) => contacts.logContact(ctx, { ...body, referral }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/referrals/{referral}/contacts',
      id: 'listContacts',
      tag,
      summary: 'List the contacts of a referral, the newest last',
      permission: 'contacts:read',
      params: ofReferral,
      query: z.strictObject(pageQuery),
      answer: pageOf(answer),
    },
    (ctx, { params: { referral }, query }) => contacts.listContacts(ctx, { referral, ...query }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/contacts/{contact}',
      id: 'getContact',
      tag,
      summary: 'Read a contact',
      permission: 'contacts:read',
      params,
      answer,
    },
    (ctx, { params: { contact } }) => ctx.store.get(contacts.Contact, contact),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/contacts/{contact}/retract',
      id: 'retractContact',
      tag,
      summary: 'Mark a contact as entered in error',
      description:
        'Where it was the first that reached the client, the referral’s `contactedAt` moves to the next one; with none left the referral is due today.',
      permission: 'contacts:retract',
      params,
      answer,
      versioned: true,
      refusals: ['entered-in-error'],
    },
    (ctx, { params: { contact }, ifMatch }) => contacts.retractContact(ctx, { id: contact, ifMatch }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/contacts/{contact}/timeline',
      id: 'getContactTimeline',
      tag,
      summary: 'Read what happened to a contact, oldest first',
      permission: 'contacts:read',
      params,
      query: z.strictObject(pageQuery),
      answer: Timeline,
    },
    (ctx, { params: { contact }, query }) => timelineOf(ctx, contacts.Contact, contact, query),
  )
}
