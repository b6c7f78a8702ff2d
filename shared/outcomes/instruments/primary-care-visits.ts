import type { Instrument } from '../instrument.ts'

/**
 * Visits to a doctor or nurse practitioner in the past 3 months, for the promise about clinicians' time. Score 0 to
 * 99 visits; fewer counts as better for that promise, not as a judgement of anybody's need for care.
 */
export const primaryCareVisits: Instrument = {
  id: 'primary-care-visits',
  version: '1',
  title: { en: 'Primary care visits', fr: 'Consultations en soins primaires' },
  default: false,
  items: [
    {
      id: 'visits',
      text: {
        en: 'In the past 3 months, how many times did you visit a doctor or nurse practitioner?',
        fr: 'Au cours des 3 derniers mois, combien de fois avez-vous consulté un médecin ou un·e infirmier·ère praticien·ne?',
      },
      range: { min: 0, max: 99 },
    },
  ],
  rule: { kind: 'answer' },
  direction: 'higher-worse',
  range: { min: 0, max: 99 },
  thresholds: [],
  improvement: 1,
  proxy: true,
  licence: { en: 'Own wording, free to use.', fr: 'Formulation maison, libre d’utilisation.' },
  frenchStatus: 'translation',
  citation: 'Rx: Community.',
}
