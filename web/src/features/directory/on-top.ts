import type { Both, Draft } from './draft.ts'

/**
 * What was typed over one version, put on top of another: where nothing was typed, the other stands. Each language of a
 * text is a field of its own.
 */
export function onTop(typed: Draft, before: Draft, after: Draft): Draft {
  const fields = Object.keys(typed) as (keyof Draft)[]
  const all = fields.map((field) => [field, merged(typed[field], before[field], after[field])])
  return { ...typed, ...Object.fromEntries(all) }
}

function merged(typed: Draft[keyof Draft], before: Draft[keyof Draft], after: Draft[keyof Draft]) {
  if (isBoth(typed) && isBoth(before) && isBoth(after)) {
    return {
      en: typed.en === before.en ? after.en : typed.en,
      fr: typed.fr === before.fr ? after.fr : typed.fr,
    }
  }
  return JSON.stringify(typed) === JSON.stringify(before) ? after : typed
}

function isBoth(value: Draft[keyof Draft]): value is Both {
  return typeof value === 'object' && 'en' in value
}
