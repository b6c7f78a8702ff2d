import { Loading } from '../../ui/index.ts'

export function ClientRecord() {
  return <Loading />
}
