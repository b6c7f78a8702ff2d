import { retractContact } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useCan } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Menu, Section } from '../../ui/index.ts'
import { useAct } from '../clients/use-act.ts'
import { useStaffNames } from '../clients/use-names.ts'
import { type Contact, ContactList } from './contact-list.tsx'

/** The contacts of a record, with who was in touch; what was entered in error can be said to be. */
export function ContactsTimeline({ referral }: { readonly referral: string }) {
  const say = useText()
  const can = useCan()
  const isOnline = useOnline()
  const nameOf = useStaffNames()
  const retract = useAct(retractContact, say('client.retracted'))
  const actionsOf = ({ id, version, status }: Contact) =>
    status === 'recorded' &&
    can('contacts:retract') && (
      <Menu
        label={say('client.more')}
        kind="quiet"
        size="small"
        items={[
          {
            label: say('client.retract'),
            isDisabled: !isOnline,
            onClick: () => void retract.run({ params: { contact: id }, ifMatch: version }),
          },
        ]}
      />
    )
  return (
    <Section id="contacts" title={say('client.section.contacts')}>
      <ContactList referral={referral} byOf={({ by }) => nameOf(by)} actionsOf={actionsOf} />
    </Section>
  )
}
