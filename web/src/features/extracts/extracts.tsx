import { Loading } from '../../ui/index.ts'

export function Extracts() {
  return <Loading />
}
