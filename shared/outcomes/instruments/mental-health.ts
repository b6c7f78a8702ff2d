import type { Instrument } from '../instrument.ts'
import { healthOptions } from './health.ts'

/** Self-rated mental health. Score 1 to 5, higher is better; figures report the share at 4 or 5. */
export const mentalHealth: Instrument = {
  id: 'mental-health',
  version: '1',
  title: { en: 'Self-rated mental health', fr: 'Santé mentale autoévaluée' },
  default: true,
  items: [
    {
      id: 'mental-health',
      text: {
        en: 'In general, would you say your mental health is:',
        fr: 'En général, diriez-vous que votre santé mentale est\u00a0:',
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
  proxy: false,
  licence: {
    en: 'Statistics Canada Open Licence.',
    fr: 'Licence ouverte de Statistique Canada.',
  },
  frenchStatus: 'official',
  citation: 'Statistics Canada, Canadian Community Health Survey: perceived mental health.',
}
