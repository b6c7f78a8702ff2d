import { Loading } from '../../ui/index.ts'

export function Refer() {
  return <Loading />
}
