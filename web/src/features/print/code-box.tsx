import type { Text } from '../../i18n/index.ts'
import { Qr } from './qr.tsx'

/** At the foot of the paper: the code, the address in letters, and whom to ring, in each language of the paper. */
export function CodeBox({
  url,
  phone,
  says,
}: {
  readonly url: string
  readonly phone: string
  readonly says: readonly Text[]
}) {
  const [first] = says
  return (
    <footer className="code-box">
      {first && <Qr url={url} label={first('print.qr')} lang={`${first.locale}-CA`} />}
      <div className="code-words">
        {says.map((say) => (
          <p key={say.locale} lang={`${say.locale}-CA`}>
            {say('print.questions')} <strong>{phone}</strong>
          </p>
        ))}
        <p className="code-url">{url.replace(/^https?:\/\//, '')}</p>
      </div>
    </footer>
  )
}
