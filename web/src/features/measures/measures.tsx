import { Loading } from '../../ui/index.ts'

export function Measures() {
  return <Loading />
}
