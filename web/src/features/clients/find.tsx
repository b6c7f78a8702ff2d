import { Loading } from '../../ui/index.ts'

export function FindClient() {
  return <Loading />
}
