import './extracts.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { monthsOf } from '../../../../shared/extracts/presets.ts'
import { read, readFigures, takeExtract, useCommand } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useCan, useToday } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Button, Empty, Loaded, Page, Section, useToast } from '../../ui/index.ts'
import { Choices } from './choices.tsx'
import { Preview } from './preview.tsx'
import { type Saved, SavedField } from './saved.tsx'
import { SavedActions } from './saved-actions.tsx'
import { TakenBefore } from './taken.tsx'
import { useFile } from './use-file.ts'
import { usual, type Wanted } from './wanted.ts'

/** Figures to take away: chosen, looked at, taken as they are; and what was taken before. */
export function Extracts() {
  const say = useText()
  const toast = useToast()
  const today = useToday()
  const isOnline = useOnline()
  const can = useCan()
  const [wanted, setWanted] = useState<Wanted>(usual)
  const [picked, setPicked] = useState<string>()
  const { period, figures, audience } = wanted
  const { from, to } = period.kind === 'preset' ? monthsOf(period.preset, today) : period
  const preview = useQuery({
    ...read(readFigures, { query: { from, to, figures, audience } }),
    // The data dictionary comes in the language of the page.
    queryKey: [readFigures.path, from, to, figures, audience, say.locale],
    placeholderData: keepPreviousData,
  })
  const { save, isBusyWith } = useFile()
  const take = useCommand(takeExtract, {
    onDone: ({ id }) => {
      toast({ text: say('extracts.was-taken') })
      void save('csv', id)
    },
    onProblem: ({ detail }) => toast({ kind: 'failed', text: detail }),
  })

  function pick(saved: Saved | undefined) {
    setPicked(saved?.id)
    if (saved) setWanted({ figures: saved.figures, audience: saved.audience, period: saved.period })
  }

  function change(changed: Partial<Wanted>) {
    // What differs from what was saved is no longer that.
    setPicked(undefined)
    setWanted({ ...wanted, ...changed })
  }

  const definition = picked ? { kind: 'saved' as const, id: picked } : { kind: 'choices' as const, ...wanted }
  return (
    <Page title={say('nav.extracts')} lead={say('extracts.lead')}>
      <Section
        title={say('extracts.what')}
        actions={can('extracts:define') && <SavedActions wanted={wanted} picked={picked} onPick={pick} />}
      >
        <div className="stack">
          <SavedField picked={picked} onPick={pick} />
          <Choices wanted={wanted} today={today} onChange={change} />
          {can('extracts:take') && (
            <div>
              <Button
                kind="primary"
                icon="download"
                isBusy={take.isRunning || isBusyWith !== undefined}
                isDisabled={!isOnline || preview.isError}
                onClick={() => void take.run({ body: { definition } })}
              >
                {say('extracts.take')}
              </Button>
            </div>
          )}
        </div>
      </Section>
      <Loaded query={preview} rows={8}>
        {({ lines, definitions }) => (
          <Section title={say('extracts.preview')}>
            {lines.some(({ value }) => value !== 0 && value !== null) ? (
              <Preview lines={lines} dictionary={definitions} />
            ) : (
              <Empty title={say('extracts.empty')}>{say('extracts.empty-why')}</Empty>
            )}
          </Section>
        )}
      </Loaded>
      <TakenBefore />
    </Page>
  )
}
