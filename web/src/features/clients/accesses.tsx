import { Loading } from '../../ui/index.ts'

export function Accesses() {
  return <Loading />
}
