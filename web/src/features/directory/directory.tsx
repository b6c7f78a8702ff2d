import { Loading } from '../../ui/index.ts'

export function Directory() {
  return <Loading />
}
