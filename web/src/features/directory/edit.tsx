import { Loading } from '../../ui/index.ts'

export function EditActivity() {
  return <Loading />
}
