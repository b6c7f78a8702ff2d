import type { Context } from 'hono'

/** What API Gateway tells of a request, as far as it is needed here. */
interface Gateway {
  readonly requestContext?: { readonly identity?: { readonly sourceIp?: string } }
}

/**
 * Where a request came from, as API Gateway saw it: never what a header claims. Undefined on one machine, where there is
 * no gateway.
 */
export function addressOf(c: Context): string | undefined {
  const address = (c.env as Gateway | undefined)?.requestContext?.identity?.sourceIp
  return address && networkOf(address)
}

/** An IPv4 address itself; of an IPv6 address the network of 64 bits that one subscriber has. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = (text: string) => text.split(':').filter(Boolean)
  const [first, last] = [groups(head), groups(tail ?? '')]
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0')
  return [...first, ...zeros, ...last].slice(0, 4).join(':')
}
