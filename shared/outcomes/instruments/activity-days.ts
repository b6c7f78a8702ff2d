import type { Instrument } from '../instrument.ts'

/** Days of physical activity in the past week. Score 0 to 7 days, higher is more active. */
export const activityDays: Instrument = {
  id: 'activity-days',
  version: '1',
  title: { en: 'Physical activity', fr: 'Activité physique' },
  default: true,
  items: [
    {
      id: 'days',
      text: {
        en: 'In the past week, on how many days have you done a total of 30 minutes or more of physical activity, enough to raise your breathing rate?',
        fr: 'Au cours de la dernière semaine, combien de jours avez-vous fait 30 minutes ou plus d’activité physique suffisante pour accélérer votre respiration?',
      },
      range: { min: 0, max: 7 },
    },
  ],
  rule: { kind: 'answer' },
  direction: 'higher-better',
  range: { min: 0, max: 7 },
  thresholds: [
    {
      id: 'active',
      at: 5,
      comparison: 'at-least',
      source: 'Milton et al. 2011: five days of 30 minutes meet the guideline of 150 minutes a week',
    },
  ],
  improvement: 1,
  proxy: true,
  licence: { en: 'Free to use, with the citation.', fr: 'Libre d’utilisation, avec la référence.' },
  frenchStatus: 'translation',
  citation: 'Milton K, Bull FC, Bauman A. British Journal of Sports Medicine 2011; 45(3):203-208.',
}
