import * as z from 'zod'
import { id, instant, text } from '../core/text.ts'
import { kind } from '../db/kind.ts'

/**
 * A client's statement of disagreement (PHIPA, s. 55(11)): what the client holds against an entry that stays as it is,
 * in the client's words, attached to the record and shown with it. `kind` and `entity` are of what it is about, so that
 * a directive on that withholds the statement too.
 */
export const StatementSchema = z.strictObject({
  id: id('statement'),
  version: z.int().positive(),
  client: id('client'),
  kind: text(40),
  /** The entry that it is about; the client's own id when it is about the record as a whole. */
  entity: text(100),
  words: text(4000),
  attachedAt: instant,
  attachedBy: id('staff'),
})
export type Statement = z.infer<typeof StatementSchema>

export const Statement = kind<Statement>({
  name: 'statement',
  table: 'care',
  client: (statement) => statement.client,
  indexes: (statement) => ({ client: [`CLIENT#${statement.client}`, `STATEMENT#${statement.id}`] }),
})

export const StatementInput = StatementSchema.pick({ words: true }).extend({
  /** The whole record unless said. */
  entity: z
    .string()
    .regex(/^[a-z-]+_[0-9A-Za-z_-]{1,80}$/)
    .optional()
    .meta({ example: 'contact_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' }),
})
export type StatementInput = z.infer<typeof StatementInput>
