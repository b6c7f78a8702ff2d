import { Loading } from '../../ui/index.ts'

export function Pad() {
  return <Loading />
}
