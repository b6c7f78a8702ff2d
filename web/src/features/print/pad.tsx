import { useQuery } from '@tanstack/react-query'
import { getCentre, read } from '../../api/index.ts'
import { inLocale, type Text, useText, useTextIn } from '../../i18n/index.ts'
import type { Locale } from '../../i18n/locale.ts'
import { Button, Loaded, Page } from '../../ui/index.ts'
import { CodeBox } from './code-box.tsx'
import { headingOf, type Paper } from './facts-of.ts'
import { SheetHead } from './sheet.tsx'
import { useFit } from './use-fit.ts'
import './print.css'

/** A code that no prescription has: the page behind it says whose the pad is, as it does for any. */
const padCode = '0000000000'

const blanks = ['for', 'matters', 'navigator', 'activity', 'when', 'where', 'cost', 'by'] as const

/** A blank social prescription, to write on with a pen. */
export function Pad() {
  const say = useText()
  const centre = useQuery(read(getCentre, {}))
  return (
    <Page
      title={say('print.pad-title')}
      lead={say('print.pad-why')}
      actions={
        <Button kind="primary" icon="printer" onClick={() => print()}>
          {say('common.print')}
        </Button>
      }
    >
      <Loaded query={centre} rows={12}>
        {(found) => <BlankSheet centre={found} />}
      </Loaded>
    </Page>
  )
}

function BlankSheet({ centre }: { readonly centre: Paper['centre'] }) {
  const sheet = useFit()
  const other: Locale = centre.locale === 'en' ? 'fr' : 'en'
  const first = useTextIn(centre.locale)
  const second = useTextIn(other)
  const says = [first, second]
  const next = centre.settings.texts?.whatNext
  return (
    <div ref={sheet} className="sheet sheet-pad">
      <SheetHead says={says} title="print.title" centre={centre} />
      <dl className="pad-blanks">
        {blanks.map((blank) => (
          <div key={blank} className={blank === 'matters' ? 'pad-tall' : undefined}>
            <dt>
              <InEach
                says={says}
                of={(say) => (blank === 'navigator' ? headingOf(centre, say) : say(`print.${blank}`))}
              />
            </dt>
            <dd />
          </div>
        ))}
      </dl>
      {next && (
        <div className="sheet-columns">
          {says.map((say) => (
            <p key={say.locale} lang={`${say.locale}-CA`}>
              {inLocale(next, say.locale)}
            </p>
          ))}
        </div>
      )}
      <CodeBox url={`${location.origin}/p/${centre.id}/${padCode}`} phone={centre.phone} says={says} />
    </div>
  )
}

function InEach({ says, of }: { readonly says: readonly Text[]; readonly of: (say: Text) => string }) {
  return says.map((say, index) => (
    <span key={say.locale} lang={`${say.locale}-CA`}>
      {index > 0 && ' / '}
      {of(say)}
    </span>
  ))
}
