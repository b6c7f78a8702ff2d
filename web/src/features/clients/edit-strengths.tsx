import { useState } from 'react'
import { barriers, interests } from '../../../../shared/core/codes.ts'
import { capital } from '../../../../shared/i18n/capital.ts'
import { useText } from '../../i18n/index.ts'
import { Button, ChipsField, TextArea, TextField } from '../../ui/index.ts'
import type { EditProps } from './edit-names.tsx'
import { useInterestWords } from './interests.ts'

/** What somebody likes and is good at, and what stands in the way. */
export function EditStrengths({ draft, put }: EditProps) {
  const say = useText()
  const wordsOf = useInterestWords()
  const [own, setOwn] = useState('')
  const add = () => {
    if (own.trim() && !draft.interests.includes(own.trim())) put({ interests: [...draft.interests, own.trim()] })
    setOwn('')
  }
  return (
    <fieldset className="part">
      <legend>{say('client.section.strengths')}</legend>
      <ChipsField
        pointer="#/interests"
        label={say('field.interests')}
        hint={say('client.interests-why')}
        isOptional
        value={draft.interests}
        onChange={(interests) => put({ interests })}
        choices={[...new Set<string>([...interests, ...draft.interests])].map((value) => ({
          value,
          label: capital(wordsOf(value)),
        }))}
      />
      <div className="row row-fields">
        <TextField
          pointer="#/interest"
          label={say('client.own-interest')}
          isOptional
          width="medium"
          value={own}
          maxLength={40}
          onChange={setOwn}
        />
        <Button icon="plus" isDisabled={!own.trim()} onClick={add}>
          {say('common.add')}
        </Button>
      </div>
      <TextArea
        pointer="#/talents"
        label={say('field.talents')}
        hint={say('client.one-a-line')}
        isOptional
        value={draft.talents.join('\n')}
        onChange={(value) => put({ talents: value === '' ? [] : value.split('\n') })}
      />
      <ChipsField
        pointer="#/barriers"
        label={say('field.barriers')}
        hint={say('client.barriers-why')}
        isOptional
        value={draft.barriers.map(({ code }) => code)}
        onChange={(codes) =>
          put({ barriers: codes.map((code) => draft.barriers.find((each) => each.code === code) ?? { code }) })
        }
        choices={barriers.map((value) => ({ value, label: capital(say(`code.barrier.${value}`)) }))}
      />
      {draft.barriers.map(({ code, words = '' }, index) => (
        <TextField
          key={code}
          pointer={`#/barriers/${index}/words`}
          label={say('client.barrier-words', { barrier: say(`code.barrier.${code}`) })}
          isOptional
          value={words}
          maxLength={200}
          onChange={(typed) =>
            put({ barriers: draft.barriers.map((each) => (each.code === code ? { code, words: typed } : each)) })
          }
        />
      ))}
    </fieldset>
  )
}
