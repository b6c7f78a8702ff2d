import { Loading } from '../../ui/index.ts'

export function AuditLog() {
  return <Loading />
}
