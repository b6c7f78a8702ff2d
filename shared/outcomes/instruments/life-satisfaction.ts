import type { Instrument } from '../instrument.ts'

/** Satisfaction with life as a whole. Score 0 to 10, higher is better. */
export const lifeSatisfaction: Instrument = {
  id: 'life-satisfaction',
  version: '1',
  title: { en: 'Life satisfaction', fr: 'Satisfaction à l’égard de la vie' },
  default: true,
  items: [
    {
      id: 'life-satisfaction',
      text: {
        en: 'Using a scale of 0 to 10, where 0 means very dissatisfied and 10 means very satisfied, how do you feel about your life as a whole right now?',
        fr: 'Sur une échelle de 0 à 10, où 0 signifie très insatisfait·e et 10 très satisfait·e, quel sentiment éprouvez-vous présentement à l’égard de votre vie en général?',
      },
      range: {
        min: 0,
        max: 10,
        minLabel: { en: 'Very dissatisfied', fr: 'Très insatisfait·e' },
        maxLabel: { en: 'Very satisfied', fr: 'Très satisfait·e' },
      },
    },
  ],
  rule: { kind: 'answer' },
  direction: 'higher-better',
  range: { min: 0, max: 10 },
  thresholds: [],
  improvement: 1,
  proxy: false,
  licence: {
    en: 'Statistics Canada Open Licence.',
    fr: 'Licence ouverte de Statistique Canada.',
  },
  frenchStatus: 'official',
  citation: 'Statistics Canada, Canadian Community Health Survey: satisfaction with life in general.',
}
