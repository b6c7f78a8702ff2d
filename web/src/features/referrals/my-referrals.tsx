import { Loading } from '../../ui/index.ts'

export function MyReferrals() {
  return <Loading />
}
