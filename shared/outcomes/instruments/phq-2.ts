import type { Instrument, Option } from '../instrument.ts'

const options: readonly Option[] = [
  { code: 0, label: { en: 'Not at all', fr: 'Pas du tout' } },
  { code: 1, label: { en: 'Several days', fr: 'Plusieurs jours' } },
  { code: 2, label: { en: 'More than half the days', fr: 'Plus de la moitié des jours' } },
  { code: 3, label: { en: 'Nearly every day', fr: 'Presque tous les jours' } },
]

/** Two-item depression screen. Score 0 to 6, higher is worse. It screens; it does not diagnose. */
export const phq2: Instrument = {
  id: 'phq-2',
  version: '1',
  title: { en: 'Mood (PHQ-2)', fr: 'Humeur (PHQ-2)' },
  default: false,
  stem: {
    en: 'Over the last 2 weeks, how often have you been bothered by:',
    fr: 'Au cours des 2 dernières semaines, à quelle fréquence avez-vous été dérangé·e par ce qui suit\u00a0:',
  },
  items: [
    {
      id: 'interest',
      text: {
        en: 'little interest or pleasure in doing things',
        fr: 'avoir peu d’intérêt ou de plaisir à faire des choses',
      },
      options,
    },
    {
      id: 'mood',
      text: {
        en: 'feeling down, depressed or hopeless',
        fr: 'être triste, déprimé·e ou désespéré·e',
      },
      options,
    },
  ],
  rule: { kind: 'sum' },
  direction: 'higher-worse',
  range: { min: 0, max: 6 },
  thresholds: [
    {
      id: 'positive',
      at: 3,
      comparison: 'at-least',
      source: 'Kroenke, Spitzer and Williams 2003',
      handOff: 'clinician',
    },
  ],
  improvement: 1,
  proxy: true,
  licence: { en: 'No permission needed.', fr: 'Aucune autorisation nécessaire.' },
  frenchStatus: 'translation',
  citation: 'Kroenke K, Spitzer RL, Williams JBW. Medical Care 2003; 41(11):1284-1292.',
}
