import { Loading } from '../../ui/index.ts'

export function Prescribe() {
  return <Loading />
}
