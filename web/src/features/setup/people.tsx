import { Loading } from '../../ui/index.ts'

export function People() {
  return <Loading />
}
