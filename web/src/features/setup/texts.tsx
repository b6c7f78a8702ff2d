import { Loading } from '../../ui/index.ts'

export function Texts() {
  return <Loading />
}
