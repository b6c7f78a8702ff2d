import {
  ConflictException,
  type PinpointSMSVoiceV2Client,
  SendTextMessageCommand,
} from '@aws-sdk/client-pinpoint-sms-voice-v2'
import { OptedOut } from '../../shared/shortlists/deliver.ts'

/** A text message: content-light by rule, for any telephone may lie on a table. */
export interface TextMessage {
  /** A number as the network dials it. */
  readonly to: string
  readonly text: string
}

/** Sends a text message, or throws and is asked again. */
export type SendText = (message: TextMessage) => Promise<void>

/**
 * Text messages by AWS End User Messaging, which also hears the words that stop them (STOP, ARRET) and then refuses the
 * number.
 * @param from the number or the pool that they come from.
 */
export function textBySms(client: PinpointSMSVoiceV2Client, from: string): SendText {
  return async ({ to, text }) => {
    try {
      await client.send(
        new SendTextMessageCommand({
          OriginationIdentity: from,
          DestinationPhoneNumber: to,
          MessageBody: text,
          MessageType: 'TRANSACTIONAL',
        }),
      )
    } catch (error) {
      const isStop = error instanceof ConflictException && error.Reason === 'DESTINATION_PHONE_NUMBER_OPTED_OUT'
      throw isStop ? new OptedOut() : error
    }
  }
}
