import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'

/** A letter: content-light by rule, so that it may pass through anybody's mail server. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Sends a letter, or throws and is asked again. */
export type Post = (letter: Letter) => Promise<void>

/** Letters by Amazon SES, from a verified identity. */
export function postBySes(client: SESv2Client, from: string): Post {
  return async ({ to, subject, text }) => {
    await client.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [to] },
        Content: { Simple: { Subject: { Data: subject }, Body: { Text: { Data: text } } } },
      }),
    )
  }
}
