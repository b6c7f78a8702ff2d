import { useMemo, useState } from 'react'
import { type Answer, referNewClient, requestReferral, useCommand } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import { type Client, clientOf, type Draft, faultsOf, nameOf, referralOf } from './draft.ts'

/** A record that looks like the same person, and why. */
export interface Candidate {
  readonly id: string
  readonly name: string
  readonly birthDate?: string
  readonly chartNumber?: string
  readonly because: readonly string[]
}

/** A referral as sent, of whom, and what was typed: it may hold more than went on file. */
export interface Sent {
  readonly referral: Answer<'requestReferral'>
  readonly name: string
  readonly draft: Draft
  /** They were on file already. */
  readonly isKnown: boolean
}

/** Sends a referral of somebody on file or not; of somebody who may be, only once somebody has looked. */
export function useRefer({
  client,
  draft,
  onSent,
}: {
  readonly client: Client | undefined
  readonly draft: Draft
  readonly onSent: (sent: Sent) => void
}) {
  const say = useText()
  const [missing, setMissing] = useState<ReturnType<typeof faultsOf>>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: said anew in another language, and only then or when sent.
  const faults = useMemo(
    () => missing.map(({ pointer, key }) => ({ pointer, detail: say(key) })),
    [missing, say.locale],
  )
  const refer = useCommand(requestReferral)
  const referNew = useCommand(referNewClient)
  const isDuplicate = referNew.problem?.code === 'possible-duplicate'
  const candidates = (isDuplicate ? referNew.problem?.more.candidates : []) as readonly Candidate[]

  async function referKnown(id: string, name: string) {
    const referral = await refer.run({ body: { client: id, ...referralOf(draft) } })
    if (referral) onSent({ referral, name, draft, isKnown: true })
  }

  async function referUnknown(others: readonly string[]) {
    const referral = await referNew.run({ body: { client: clientOf(draft, others), referral: referralOf(draft) } })
    if (referral) onSent({ referral, name: `${draft.given} ${draft.family}`, draft, isKnown: false })
  }

  function send() {
    const found = faultsOf(draft, client !== undefined)
    setMissing(found)
    refer.reset()
    referNew.reset()
    if (found.length > 0) return
    void (client ? referKnown(client.id, nameOf(client)) : referUnknown([]))
  }

  return {
    faults,
    problem: refer.problem ?? (isDuplicate ? undefined : referNew.problem),
    candidates,
    isRunning: refer.isRunning || referNew.isRunning,
    send,
    /** It is the person of this record. */
    isThis: ({ id, name }: Candidate) => void referKnown(id, name),
    /** It is nobody of these. */
    isSomebodyElse: () => void referUnknown(candidates.map(({ id }) => id)),
  }
}
