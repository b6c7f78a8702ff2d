import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { onTestFinished } from 'vitest'

interface PoolUser {
  readonly sub: string
  enabled: boolean
  /** How often they were written to. */
  letters: number
  /** Has taken up the invitation. */
  confirmed: boolean
  signedOut: number
}

interface Asked {
  readonly Username: string
  readonly MessageAction?: string
}

/** A user pool, as far as the product asks anything of one. Fails as often as it is told to, before it does anything. */
export async function userPool() {
  const users = new Map<string, PoolUser>()
  let failures = 0
  const find = ({ Username }: Asked) =>
    users.get(Username.toLowerCase()) ?? [...users.values()].find(({ sub }) => sub === Username)
  const attributes = ({ sub }: PoolUser) => [{ Name: 'sub', Value: sub }]

  const answers: Record<string, (asked: Asked) => object> = {
    AdminCreateUser(asked) {
      const known = find(asked)
      if (known === undefined) {
        const user = { sub: randomUUID(), enabled: true, letters: 1, confirmed: false, signedOut: 0 }
        users.set(asked.Username.toLowerCase(), user)
        return { User: { Attributes: attributes(user) } }
      }
      if (asked.MessageAction !== 'RESEND') return { __type: 'UsernameExistsException' }
      if (known.confirmed) return { __type: 'UnsupportedUserStateException' }
      known.letters += 1
      return {}
    },
    AdminGetUser: (asked) => knownOr(asked, (user) => ({ UserAttributes: attributes(user) })),
    AdminDeleteUser: (asked) =>
      knownOr(asked, ({ sub }) => {
        for (const [email, user] of users) if (user.sub === sub) users.delete(email)
        return {}
      }),
    AdminDisableUser: (asked) => changed(asked, () => ({ enabled: false })),
    AdminEnableUser: (asked) => changed(asked, () => ({ enabled: true })),
    AdminUserGlobalSignOut: (asked) => changed(asked, ({ signedOut }) => ({ signedOut: signedOut + 1 })),
  }
  function changed(asked: Asked, change: (user: PoolUser) => Partial<PoolUser>): object {
    return knownOr(asked, (user) => {
      Object.assign(user, change(user))
      return {}
    })
  }
  function knownOr(asked: Asked, then: (user: PoolUser) => object): object {
    const user = find(asked)
    return user === undefined ? { __type: 'UserNotFoundException' } : then(user)
  }

  const server = createServer(async (request, response) => {
    const asked = (await json(request)) as Asked
    const [, operation = ''] = String(request.headers['x-amz-target']).split('.')
    const isDown = failures > 0
    if (isDown) failures -= 1
    const answer = isDown ? { __type: 'NotAuthorizedException' } : (answers[operation]?.(asked) ?? {})
    response.writeHead('__type' in answer ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' })
    response.end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const client = new CognitoIdentityProviderClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'ca-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  return {
    client,
    user: (email: string) => users.get(email.toLowerCase()),
    /** The next calls are refused. */
    fail: (times: number) => {
      failures = times
    },
  }
}
