import type { Instrument } from '../instrument.ts'

/** The direct question about loneliness. Score 1 to 5, higher is lonelier. */
export const lonelinessDirect: Instrument = {
  id: 'loneliness-direct',
  version: '1',
  title: { en: 'Loneliness (direct question)', fr: 'Solitude (question directe)' },
  default: true,
  items: [
    {
      id: 'lonely',
      text: { en: 'How often do you feel lonely?', fr: 'À quelle fréquence vous sentez-vous seul·e?' },
      options: [
        { code: 5, label: { en: 'Always', fr: 'Toujours' } },
        { code: 4, label: { en: 'Often', fr: 'Souvent' } },
        { code: 3, label: { en: 'Sometimes', fr: 'Parfois' } },
        { code: 2, label: { en: 'Rarely', fr: 'Rarement' } },
        { code: 1, label: { en: 'Never', fr: 'Jamais' } },
      ],
    },
  ],
  rule: { kind: 'answer' },
  direction: 'higher-worse',
  range: { min: 1, max: 5 },
  thresholds: [
    {
      id: 'lonely',
      at: 4,
      comparison: 'at-least',
      source: 'Statistics Canada: "often" and "always" reported together',
    },
  ],
  improvement: 1,
  proxy: true,
  licence: {
    en: 'Statistics Canada Open Licence.',
    fr: 'Licence ouverte de Statistique Canada.',
  },
  frenchStatus: 'official',
  citation: 'Statistics Canada, Canadian Social Survey: feeling lonely.',
}
