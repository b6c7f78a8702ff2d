import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { printedCode } from '../../../../shared/prescriptions/printed-code.ts'
import { useAtOnce } from '../../app/at-once.ts'
import { useMe } from '../../app/session.tsx'
import { useText, useTextIn } from '../../i18n/index.ts'
import { Button, ButtonLink, Checkbox, ChipsField, Loaded, Page } from '../../ui/index.ts'
import type { Paper } from './facts-of.ts'
import { Sheet } from './sheet.tsx'
import { usePaper } from './use-paper.ts'
import './print.css'

/** What the client takes home: one page, in their language first. Opened with `#now` it goes to the printer at once. */
export function PrintedPrescription() {
  const say = useText()
  const { prescription = '' } = useParams({ strict: false })
  const paper = usePaper(prescription)
  return (
    <Page title={say('print.title')}>
      <Loaded query={paper} rows={12}>
        {(found) => <Preview paper={found} />}
      </Loaded>
    </Page>
  )
}

type Layout = 'both' | 'large'

function Preview({ paper }: { readonly paper: Paper }) {
  const say = useText()
  const { centre } = useMe()
  const [layout, setLayout] = useState<Layout>('both')
  const [isDiscreet, setDiscreet] = useState(false)
  const first = useTextIn(paper.client.locale)
  const second = useTextIn(paper.client.locale === 'en' ? 'fr' : 'en')
  const code = printedCode(paper.prescription.id)

  const isNow = useAtOnce('now')
  useEffect(() => {
    if (isNow) print()
  }, [isNow])

  return (
    <>
      <div className="print-choices no-print">
        <ChipsField
          pointer="#/layout"
          label={say('print.layout')}
          isSingle
          value={[layout]}
          onChange={([picked = layout]) => setLayout(picked)}
          choices={[
            { value: 'both', label: say('print.both') },
            { value: 'large', label: say('print.large') },
          ]}
        />
        <Checkbox
          pointer="#/discreet"
          label={say('print.discreet')}
          hint={say('print.discreet-why')}
          isChecked={isDiscreet}
          onChange={setDiscreet}
        />
        <div className="actions">
          <Button kind="primary" icon="printer" onClick={() => print()}>
            {say('common.print')}
          </Button>
          <ButtonLink to={`/clients/${paper.client.id}`} icon="person">
            {say('prescribe.record')}
          </ButtonLink>
          <ButtonLink to="/pad" kind="quiet">
            {say('print.pad')}
          </ButtonLink>
        </div>
      </div>
      <Sheet
        paper={paper}
        says={layout === 'both' ? [first, second] : [first]}
        url={`${location.origin}/p/${centre.id}/${code}`}
        code={code}
        isLarge={layout === 'large'}
        isDiscreet={isDiscreet}
      />
    </>
  )
}
