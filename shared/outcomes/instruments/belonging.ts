import type { Instrument } from '../instrument.ts'

/** Sense of belonging to the local community. Score 1 to 4, higher is stronger; figures report the share at 3 or 4. */
export const belonging: Instrument = {
  id: 'belonging',
  version: '1',
  title: { en: 'Community belonging', fr: 'Appartenance à la communauté' },
  default: true,
  items: [
    {
      id: 'belonging',
      text: {
        en: 'How would you describe your sense of belonging to your local community?',
        fr: 'Comment décririez-vous votre sentiment d’appartenance à votre communauté locale?',
      },
      options: [
        { code: 4, label: { en: 'Very strong', fr: 'Très fort' } },
        { code: 3, label: { en: 'Somewhat strong', fr: 'Plutôt fort' } },
        { code: 2, label: { en: 'Somewhat weak', fr: 'Plutôt faible' } },
        { code: 1, label: { en: 'Very weak', fr: 'Très faible' } },
      ],
    },
  ],
  rule: { kind: 'answer' },
  direction: 'higher-better',
  range: { min: 1, max: 4 },
  thresholds: [
    {
      id: 'strong',
      at: 3,
      comparison: 'at-least',
      source: 'Statistics Canada (CCHS): "very strong" and "somewhat strong" reported together',
    },
  ],
  improvement: 1,
  proxy: false,
  licence: {
    en: 'Statistics Canada Open Licence.',
    fr: 'Licence ouverte de Statistique Canada.',
  },
  frenchStatus: 'official',
  citation: 'Statistics Canada, Canadian Community Health Survey: sense of belonging to local community.',
}
