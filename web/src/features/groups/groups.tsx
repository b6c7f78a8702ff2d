import { Loading } from '../../ui/index.ts'

export function Groups() {
  return <Loading />
}
