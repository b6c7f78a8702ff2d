export { accessibilities, admissions, barriers, categories, interests } from '../../../../shared/core/codes.ts'

/** Languages that people in Ontario ask for most. */
export const spoken = [
  'en',
  'fr',
  'ar',
  'cr',
  'es',
  'hi',
  'it',
  'oj',
  'pa',
  'pl',
  'pt',
  'so',
  'tl',
  'uk',
  'zh',
] as const
