import { useQuery } from '@tanstack/react-query'
import { listPartners, listStaff, readAll } from '../../api/index.ts'
import { inLocale, useText } from '../../i18n/index.ts'

const keptMs = 5 * 60_000

/** What colleagues are called, by id, also those who work here no more. */
export function useStaffNames(): (id: string | undefined) => string {
  const say = useText()
  const staff = useQuery({ ...readAll(listStaff, {}), staleTime: keptMs })
  const names = new Map(staff.data?.items.map(({ id, name }) => [id, name]))
  return (id) => (id === undefined ? '' : (names.get(id) ?? say('client.somebody')))
}

/** What partners are called, by id, in the page's language. */
export function usePartnerNames(): (id: string | undefined) => string {
  const say = useText()
  const partners = useQuery({ ...readAll(listPartners, {}), staleTime: keptMs })
  const names = new Map(partners.data?.items.map(({ id, name }) => [id, inLocale(name, say.locale)]))
  return (id) => (id === undefined ? '' : (names.get(id) ?? say('client.some-partner')))
}
