import { type Answer, type Input, type Operation, type OperationId, type Problem, useCommand } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import { useToast } from '../../ui/index.ts'

export interface Reason {
  readonly code: string
  readonly words?: string
}

/** One way in which a referral or a prescription may stop, the reasons it takes, and how to send it. */
export interface Ending {
  readonly kind: 'completed' | 'cancelled' | 'failed' | 'rejected' | 'on-hold'
  readonly reasons: readonly string[]
  send(reason: Reason, nextActionOn: string): void
  readonly isRunning: boolean
  readonly problem: Problem | undefined
}

/** What the API says a change was of. */
export interface Seen {
  readonly params: Readonly<Record<string, string>>
  readonly ifMatch: number
}

/** An operation that takes a reason, as a way to end something. */
export function useEnding<K extends OperationId>(
  kind: Ending['kind'],
  reasons: readonly string[],
  operation: Operation<K>,
  { params, ifMatch }: Seen,
  onDone: (answer: Answer<K>) => void,
  bodyOf: (reason: Reason, nextActionOn: string) => object = (reason) => ({ reason }),
): Ending {
  const say = useText()
  const toast = useToast()
  const command = useCommand(operation, {
    onDone: (answer) => {
      toast({ text: say(`care.done.${kind}`) })
      onDone(answer)
    },
  })
  return {
    kind,
    reasons,
    send: (reason, nextActionOn) =>
      // The list of reasons is the operation's own; what is sent is checked by the API.
      void command.run({ params, ifMatch, body: bodyOf(reason, nextActionOn) } as unknown as Input<K>),
    isRunning: command.isRunning,
    problem: command.problem,
  }
}
