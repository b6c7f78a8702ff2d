import type { Context } from '../core/context.ts'
import { type Change, change } from '../db/event.ts'
import { Message } from './schema.ts'

/**
 * Messages that told of a step which was taken back, to be committed with that: nobody is told of them any more. A notice
 * that there is news may have gone out; it said neither who nor what.
 * @param ids of messages, whether or not the caller may see them.
 */
export async function messagesTakenBack(ctx: Context, ids: readonly string[]): Promise<Change[]> {
  const messages = await ctx.store.asCustodian().findMany(Message, ids)
  return messages.map((message): Change => {
    const after: Message = { ...message, version: message.version + 1, status: 'taken-back' }
    return { ...change(Message, message, after, 'taken-back', { moment: message.moment }), contended: true }
  })
}
