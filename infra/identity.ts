import { CfnOutput, CfnParameter, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  CfnUserPoolClient,
  CfnUserPoolGroup,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito'
import type { Construct } from 'constructs'
import { roleNames } from '../shared/core/permissions.ts'
import { say } from '../shared/i18n/index.ts'
import { prefix, region } from './place.ts'

/** Who may sign in, and how. What somebody may do is not decided here but by the role they have at their centre. */
export class Identity extends Stack {
  /** Host name at which people reach the product. */
  readonly domain: string
  readonly issuer: string
  readonly clientId: string
  /** Where people are kept. */
  readonly pool: { readonly id: string; readonly arn: string }

  constructor(scope: Construct, id: string) {
    super(scope, id, { env: { region }, terminationProtection: true, description: 'Rx: Community: sign-in' })
    this.domain = new CfnParameter(this, 'SiteDomain', {
      description: 'Host name at which people reach the product, as in rx.example.org',
      allowedPattern: '[a-z0-9-]+(\\.[a-z0-9-]+)+',
    }).valueAsString
    const pool = this.#pool()
    const client = this.#client(pool)
    this.issuer = `https://cognito-idp.${region}.amazonaws.com/${pool.userPoolId}`
    this.clientId = client.userPoolClientId
    this.pool = { id: pool.userPoolId, arn: pool.userPoolArn }
    this.#pages(pool, client)
    for (const role of roleNames) {
      new CfnUserPoolGroup(this, `Group-${role}`, { userPoolId: pool.userPoolId, groupName: role })
    }
    new CfnOutput(this, 'UserPoolId', { value: pool.userPoolId })
    new CfnOutput(this, 'ClientId', { value: client.userPoolClientId })
  }

  #pool(): UserPool {
    const words = { username: '{username}', password: '{####}', code: '{####}' }
    return new UserPool(this, 'People', {
      userPoolName: prefix,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        passwordHistorySize: 10,
        tempPasswordValidity: Duration.days(3),
      },
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      userInvitation: {
        emailSubject: bothLanguages(' / ', (locale) => say(locale, 'invitation.subject')),
        emailBody: bothLanguages('<hr>', (locale) => say(locale, 'invitation.body', words)),
      },
      userVerification: {
        emailSubject: bothLanguages(' / ', (locale) => say(locale, 'sign-in-code.subject')),
        emailBody: bothLanguages('<hr>', (locale) => say(locale, 'sign-in-code.body', words)),
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
  }

  /** Code and PKCE on the server: no secret, no password ever passes through the product. */
  #client(pool: UserPool): UserPoolClient {
    const hour = Duration.minutes(60)
    const client = pool.addClient('Console', {
      userPoolClientName: 'console',
      generateSecret: false,
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID],
        callbackUrls: [`https://${this.domain}/auth/callback`],
        logoutUrls: [`https://${this.domain}/`],
      },
      accessTokenValidity: hour,
      idTokenValidity: hour,
      refreshTokenValidity: hour,
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    })
    // Passwords are asked for on the hosted pages and nowhere else; left unsaid, Cognito takes them over its API too.
    if (client.node.defaultChild instanceof CfnUserPoolClient) {
      client.node.defaultChild.explicitAuthFlows = ['ALLOW_REFRESH_TOKEN_AUTH']
    }
    return client
  }

  /** The hosted sign-in pages, in the version that speaks French. */
  #pages(pool: UserPool, client: UserPoolClient): void {
    pool.addDomain('Pages', {
      cognitoDomain: { domainPrefix: `${prefix}-${this.account}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    })
    new CfnManagedLoginBranding(this, 'Style', {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    })
  }
}

function bothLanguages(between: string, text: (locale: 'en' | 'fr') => string): string {
  return [text('en'), text('fr')].join(between)
}
