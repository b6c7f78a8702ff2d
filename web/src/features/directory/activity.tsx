import { Loading } from '../../ui/index.ts'

export function ActivityPage() {
  return <Loading />
}
