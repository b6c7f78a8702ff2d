import type { Instrument, Option } from '../instrument.ts'

/** The survey's five answers, from 5 (excellent) to 1 (poor); self-rated mental health has the same. */
export const healthOptions: readonly Option[] = [
  { code: 5, label: { en: 'Excellent', fr: 'Excellente' } },
  { code: 4, label: { en: 'Very good', fr: 'Très bonne' } },
  { code: 3, label: { en: 'Good', fr: 'Bonne' } },
  { code: 2, label: { en: 'Fair', fr: 'Passable' } },
  { code: 1, label: { en: 'Poor', fr: 'Mauvaise' } },
]

/** Self-rated health. Score 1 to 5, higher is better; figures report the share at 4 or 5. */
export const health: Instrument = {
  id: 'health',
  version: '1',
  title: { en: 'Self-rated health', fr: 'Santé autoévaluée' },
  default: true,
  items: [
    {
      id: 'health',
      text: {
        en: 'In general, would you say your health is:',
        fr: 'En général, diriez-vous que votre santé est\u00a0:',
      },
      options: healthOptions,
    },
  ],
  rule: { kind: 'answer' },
  direction: 'higher-better',
  range: { min: 1, max: 5 },
  thresholds: [
    {
      id: 'very-good',
      at: 4,
      comparison: 'at-least',
      source: 'Statistics Canada (CCHS): "excellent" and "very good" reported together',
    },
  ],
  improvement: 1,
  proxy: true,
  licence: {
    en: 'Statistics Canada Open Licence.',
    fr: 'Licence ouverte de Statistique Canada.',
  },
  frenchStatus: 'official',
  citation: 'Statistics Canada, Canadian Community Health Survey: perceived health.',
}
