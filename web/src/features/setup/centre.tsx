import './setup.css'
import { useQuery } from '@tanstack/react-query'
import { zoneName } from '../../../../shared/i18n/formats.ts'
import { getCentre, read } from '../../api/index.ts'
import { inLocale, useText } from '../../i18n/index.ts'
import { Facts, Loaded, Page, Section } from '../../ui/index.ts'
import { SettingsForm } from './settings-form.tsx'

/** How the centre works: its clock, what it asks, how long it keeps, and what stands at the head of its paper. */
export function CentreSetup() {
  const say = useText()
  const centre = useQuery(read(getCentre, {}))
  return (
    <Page title={say('centre.title')} lead={say('centre.lead')}>
      <Loaded query={centre} rows={8}>
        {(found) => (
          <>
            <Section title={inLocale(found.name, say.locale)}>
              <div className="stack-small">
                <Facts
                  of={[
                    [say('field.town'), found.town],
                    [say('centre.phone'), found.phone],
                    [say('centre.zone'), zoneName(found.zone, say.locale)],
                  ]}
                />
                <p className="hint">{say('centre.facts-why')}</p>
              </div>
            </Section>
            <SettingsForm centre={found} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
