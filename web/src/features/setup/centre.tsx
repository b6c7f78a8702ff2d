import { Loading } from '../../ui/index.ts'

export function CentreSetup() {
  return <Loading />
}
