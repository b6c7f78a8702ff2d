import { Loading } from '../../ui/index.ts'

export function PrintedPrescription() {
  return <Loading />
}
