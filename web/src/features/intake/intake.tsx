import { Loading } from '../../ui/index.ts'

export function Intake() {
  return <Loading />
}
