import { inLocale, type Text } from '../../i18n/index.ts'
import { CodeBox } from './code-box.tsx'
import { type Line, linesOf, type Paper } from './facts-of.ts'
import { useFit } from './use-fit.ts'

/** The social prescription on one sheet of Letter paper, the client's language first. */
export function Sheet({
  paper,
  says,
  url,
  code,
  isLarge,
  isDiscreet,
}: {
  readonly paper: Paper
  /** The words of each language on the paper, in order. */
  readonly says: readonly Text[]
  readonly url: string
  readonly code: string
  readonly isLarge: boolean
  /** Without what the client said or what stands in their way. */
  readonly isDiscreet: boolean
}) {
  const sheet = useFit()
  const title = isDiscreet ? 'print.title-discreet' : 'print.title'
  return (
    <div ref={sheet} className={isLarge ? 'sheet sheet-large' : 'sheet'}>
      <SheetHead says={says} title={title} centre={paper.centre} code={code} isDiscreet={isDiscreet} />
      <div className="sheet-columns">
        {says.map((say) => (
          <Column key={say.locale} locale={say.locale} lines={linesOf(paper, say, isDiscreet)} />
        ))}
      </div>
      <CodeBox url={url} phone={paper.centre.phone} says={says} />
    </div>
  )
}

/** Title in each language, and from where it comes. */
export function SheetHead({
  says,
  title,
  centre,
  code,
  isDiscreet = false,
}: {
  readonly says: readonly Text[]
  readonly title: string
  readonly centre: Paper['centre']
  readonly code?: string
  /** With the centre's name alone: its own header may say what the paper is. */
  readonly isDiscreet?: boolean
}) {
  const [first, second] = says
  if (first === undefined) return null
  const header = (!isDiscreet && centre.settings.texts?.printHeader) || centre.name
  return (
    <header className="sheet-head">
      <div>
        <h2 lang={`${first.locale}-CA`}>{first(title)}</h2>
        {second && (
          <p className="sheet-second" lang={`${second.locale}-CA`}>
            {second(title)}
          </p>
        )}
      </div>
      <address>
        <strong lang={`${first.locale}-CA`}>{inLocale(header, first.locale)}</strong>
        {second && <span lang={`${second.locale}-CA`}>{inLocale(header, second.locale)}</span>}
        <span>{centre.phone}</span>
        {code && <span lang={`${first.locale}-CA`}>{first('print.number', { code })}</span>}
      </address>
    </header>
  )
}

function Column({ locale, lines }: { readonly locale: string; readonly lines: readonly Line[] }) {
  return (
    <dl className="sheet-column" lang={`${locale}-CA`}>
      {lines.map(([label, words]) => (
        <div key={label}>
          <dt>{label}</dt>
          {words.map((word) => (
            <dd key={word}>{word}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
