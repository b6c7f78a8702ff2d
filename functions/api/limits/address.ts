import type { Context } from 'hono'

/** What API Gateway tells of a request, as far as it is needed here. */
interface Gateway {
  readonly requestContext?: { readonly identity?: { readonly sourceIp?: string } }
}

/**
 * Where the distribution says whom it spoke with. Its function writes it over whatever a request claims
 * (`infra/edge/viewer.ts`), and the firewall lets nothing in that did not come through it (`infra/firewall.ts`).
 */
export const viewerHeader = 'x-viewer-address'

/**
 * Where a request came from, as the edge saw it, or else API Gateway: never what a caller claims. Undefined on one
 * machine, where there is neither.
 */
export function addressOf(c: Context): string | undefined {
  const address = (c.env as Gateway | undefined)?.requestContext?.identity?.sourceIp
  return address && networkOf(c.req.header(viewerHeader) ?? address)
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
