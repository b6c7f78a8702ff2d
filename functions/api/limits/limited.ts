import type { Context } from 'hono'
import { TooManyRequests } from '../../../shared/core/errors.ts'
import { errorFields, log } from '../../../shared/core/log.ts'
import type { Env } from '../operation.ts'
import { type PolicyName, policies } from './policies.ts'

/**
 * Counts a request against a policy and tells the caller what is left, in the fields of
 * draft-ietf-httpapi-ratelimit-headers-10.
 * @param who undefined where there is nothing to count by.
 * @returns when the count is shared as far as it has to be: run the request beside it.
 * @throws TooManyRequests when the quota is used up.
 */
export function limited(c: Context<Env>, name: PolicyName, who: string | undefined): Promise<void> {
  const { limiter, now } = c.var.deps
  if (limiter === undefined || who === undefined) return Promise.resolve()
  const { quota, window } = policies[name]
  const { isOver, remaining, seconds, shared } = limiter.use(name, who, now())
  c.header('RateLimit-Policy', `"${name}";q=${quota};w=${window}`)
  c.header('RateLimit', `"${name}";r=${remaining};t=${seconds}`)
  if (isOver) throw new TooManyRequests(name, seconds)
  // A count that cannot be shared is no reason to turn somebody away.
  return shared.catch((error) => log.error('limits', { requestId: c.var.requestId, ...errorFields(error) }))
}
