import type { Answer, Input } from '../../api/index.ts'

export type Channel = Input<'sendShortlist'>['body']['channel']

type Client = Pick<Answer<'getClient'>, 'contactPoints' | 'safeContact'>

/** How a client can be written to, by the first number and the first address that are safe. The API asks the same again. */
export function waysTo({ contactPoints, safeContact }: Client): readonly { channel: Channel; to: string }[] {
  const own = contactPoints
    .filter(({ use }) => use !== 'somebody-else')
    .toSorted((a, b) => Number(b.preferred) - Number(a.preferred))
  const phone = own.find(({ system, safe }) => system === 'phone' && safe.text)
  const address = safeContact ? undefined : own.find(({ system }) => system === 'email')
  return [
    ...(phone ? [{ channel: 'sms', to: phone.value } as const] : []),
    ...(address ? [{ channel: 'email', to: address.value } as const] : []),
  ]
}
