import './measures.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { getClient, listFollowUps, listInstruments, listOutcomes, read, readAll } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import type { Locale } from '../../i18n/locale.ts'
import { Loaded, Page } from '../../ui/index.ts'
import { Asking } from './asking.tsx'
import type { Instrument, Mode, Phase } from './questions.ts'
import { Start } from './start.tsx'

/** How somebody is asked: decided once, before the first question. */
export interface Sitting {
  readonly phase: Phase
  readonly mode: Mode
  readonly instruments: readonly Instrument[]
}

/** A centre's measures, asked together with the client: one question at a time, in the client's language. */
export function Measures() {
  const say = useText()
  const { client = '', referral = '' } = useParams({ strict: false }) as { client?: string; referral?: string }
  const of = { params: { referral } }
  const person = useQuery(read(getClient, { params: { client } }))
  const instruments = useQuery(read(listInstruments, {}))
  const followUps = useQuery(read(listFollowUps, of))
  const outcomes = useQuery(readAll(listOutcomes, of))
  const [sitting, setSitting] = useState<Sitting>()
  const [chosen, setChosen] = useState<Locale>()
  return (
    <Page title={say('measures.title')}>
      <Loaded query={person} rows={2}>
        {({ locale, names }) => {
          const name = names.preferred ?? names.given
          const common = { client, name, locale: chosen ?? locale, onLocale: setChosen }
          if (sitting) return <Asking referral={referral} sitting={sitting} {...common} />
          return (
            <Loaded query={instruments}>
              {({ items }) => (
                <Loaded query={outcomes}>
                  {({ items: asked }) => (
                    <Loaded query={followUps}>
                      {({ items: due }) => (
                        <Start instruments={items} outcomes={asked} followUps={due} onStart={setSitting} {...common} />
                      )}
                    </Loaded>
                  )}
                </Loaded>
              )}
            </Loaded>
          )
        }}
      </Loaded>
    </Page>
  )
}
