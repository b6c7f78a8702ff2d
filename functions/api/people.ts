import type { AttributeType, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import type { Invited, People } from '../../shared/staff/people.ts'

/** A large library that only keeping people's access needs: it is fetched with the first of them. */
const library = () => import('@aws-sdk/client-cognito-identity-provider')

/** On one machine the identity provider looks people up in the database: to be on file is to be known. */
export const peopleOnFile: People = {
  invite: async ({ id }) => ({ subject: id, isNew: true }),
  remind: async () => {},
  disable: async () => {},
  enable: async () => {},
  remove: async () => {},
}

/**
 * People in a user pool of Amazon Cognito, which writes to whom it is told of: a temporary password, good for three
 * days, by the message that the pool has for it.
 */
export function peopleAtCognito(UserPoolId: string, given?: CognitoIdentityProviderClient): People {
  let client = given
  return { invite, remind, disable, enable, remove }

  async function cognito() {
    const sdk = await library()
    client ??= new sdk.CognitoIdentityProviderClient({})
    return { ...sdk, client }
  }

  async function invite(person: Invited): Promise<{ subject: string; isNew: boolean }> {
    const { client, AdminCreateUserCommand, AdminGetUserCommand, UsernameExistsException } = await cognito()
    try {
      const { User } = await client.send(new AdminCreateUserCommand(invitationOf(person)))
      return { subject: subjectIn(User?.Attributes), isNew: true }
    } catch (error) {
      if (!(error instanceof UsernameExistsException)) throw error
      const known = await client.send(new AdminGetUserCommand({ UserPoolId, Username: person.email }))
      return { subject: subjectIn(known.UserAttributes), isNew: false }
    }
  }

  async function remind(person: Invited): Promise<void> {
    const { client, AdminCreateUserCommand, UnsupportedUserStateException } = await cognito()
    try {
      const { Username, DesiredDeliveryMediums } = invitationOf(person)
      const again = { UserPoolId, Username, DesiredDeliveryMediums, MessageAction: 'RESEND' } as const
      await client.send(new AdminCreateUserCommand(again))
    } catch (error) {
      // Who has a password of their own needs no other.
      if (!(error instanceof UnsupportedUserStateException)) throw error
    }
  }

  async function disable(subject: string): Promise<void> {
    const { client, AdminDisableUserCommand, AdminUserGlobalSignOutCommand } = await cognito()
    await client.send(new AdminDisableUserCommand({ UserPoolId, Username: subject }))
    await client.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username: subject }))
  }

  async function enable(subject: string): Promise<void> {
    const { client, AdminEnableUserCommand } = await cognito()
    await client.send(new AdminEnableUserCommand({ UserPoolId, Username: subject }))
  }

  async function remove(subject: string): Promise<void> {
    const { client, AdminDeleteUserCommand, UserNotFoundException } = await cognito()
    try {
      await client.send(new AdminDeleteUserCommand({ UserPoolId, Username: subject }))
    } catch (error) {
      if (!(error instanceof UserNotFoundException)) throw error
    }
  }

  function invitationOf({ email, name, locale }: Invited) {
    return {
      UserPoolId,
      Username: email,
      DesiredDeliveryMediums: ['EMAIL' as const],
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
        { Name: 'name', Value: name },
        { Name: 'locale', Value: `${locale}-CA` },
      ],
    }
  }
}

function subjectIn(attributes: readonly AttributeType[] | undefined): string {
  const subject = attributes?.find(({ Name }) => Name === 'sub')?.Value
  if (subject === undefined) throw new Error('A person without a subject.')
  return subject
}
