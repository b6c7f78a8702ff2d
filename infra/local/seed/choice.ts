import type { Activity } from '../../../shared/activities/schema.ts'
import type { Client } from '../../../shared/clients/schema.ts'
import type { PrescriptionStatus } from '../../../shared/prescriptions/status.ts'
import type { Scene } from './scene.ts'

/** The group that is full before anybody has to wait for it. */
const full = 'tablet-basics'

export interface Choice {
  readonly activity: Activity
  readonly ends: PrescriptionStatus
}

/** What navigator and client choose: what meets most of the client's interests, each activity once. */
export function chooseActivities(
  { listings, draw }: Scene,
  { interests }: Client,
  ends: readonly PrescriptionStatus[],
): Choice[] {
  const isWanted = (tag: string) => interests.includes(tag)
  const met = ({ tags }: Activity) => tags.filter(isWanted).length
  const shuffled = draw.some([...listings], listings.size).flatMap(([key, activity]) => (key === full ? [] : activity))
  const liked = shuffled.sort((a, b) => met(b) - met(a))
  return ends.flatMap((end): Choice[] => {
    if (end === 'accepted' || end === 'on-hold') {
      const activity = listings.get(full)
      return activity ? [{ activity, ends: end }] : []
    }
    const index = liked.findIndex(({ partner }) => !needsPartner.includes(end) || partner !== undefined)
    return liked.splice(index, 1).map((activity) => ({ activity, ends: end }))
  })
}

/** Only somebody else can keep us waiting for an answer. */
const needsPartner: readonly PrescriptionStatus[] = ['requested', 'rejected']
