import * as z from 'zod'
import { CentreSchema } from '../centres/schema.ts'
import type { Context } from '../core/context.ts'
import { Unauthenticated } from '../core/errors.ts'
import { instant, locale } from '../core/text.ts'
import { ApiKey } from '../partners/schema.ts'
import { Preferences, Staff } from './schema.ts'

/** Who a caller is to the product. */
export const Me = z.strictObject({
  id: z.string().meta({ example: 'staff_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' }),
  kind: z.enum(['person', 'partner']),
  name: z.string(),
  /** A person's roles; a key's scopes. */
  roles: z.array(z.string()),
  permissions: z.array(z.string()),
  /** The organisation that a key belongs to. */
  partner: z.string().optional(),
  centre: CentreSchema.pick({ id: true, name: true, zone: true, locale: true }),
  locale,
  preferences: Preferences,
  /** Of a caller who is signed in by cookie. */
  session: z
    .strictObject({
      /** When it ends, however much it is used. */
      endsAt: instant,
      /** Minutes without a request after which it ends before that. */
      idleMinutes: z.int(),
    })
    .optional(),
})
export type Me = z.infer<typeof Me>

/**
 * Who is asking, and what they may do: anybody with valid credentials may know that of themselves.
 * @throws Unauthenticated for a caller who is on file no more.
 */
export async function whoAmI(ctx: Context): Promise<Me> {
  return described(ctx, await self(ctx))
}

/** A caller whose own part is known. */
export function described(ctx: Context, self: Self): Me {
  const { id, name, zone, locale } = ctx.centre
  return {
    ...self,
    id: ctx.actor.id,
    roles: [...ctx.actor.roles],
    permissions: [...ctx.permissions].sort(),
    centre: { id, name, zone, locale },
    ...(ctx.session && { session: ctx.session }),
  }
}

/** What is on file about a person, as far as it is about themselves. */
export function ofPerson({ name, locale, preferences = byDefault }: Staff): Self {
  return { kind: 'person', name, locale, preferences }
}

type Self = Pick<Me, 'kind' | 'name' | 'locale' | 'partner' | 'preferences'>

const byDefault: Me['preferences'] = { shortcuts: true }

async function self(ctx: Context): Promise<Self> {
  if (ctx.actor.kind === 'partner') {
    const key = await ctx.store.find(ApiKey, ctx.actor.id)
    if (key === undefined) throw new Unauthenticated()
    return { kind: 'partner', name: key.name, partner: key.partner, locale: ctx.centre.locale, preferences: byDefault }
  }
  const staff = await ctx.store.find(Staff, ctx.actor.id)
  if (staff === undefined) throw new Unauthenticated()
  return ofPerson(staff)
}
