import type { Instrument } from '../instrument.ts'

const source = 'Office for National Statistics, personal well-being: thresholds'
const minLabel = { en: 'Not at all', fr: 'Pas du tout' }
const maxLabel = { en: 'Completely', fr: 'Tout à fait' }
const range = { min: 0, max: 10, minLabel, maxLabel }

/** Four questions on personal well-being. Four scores of 0 to 10, never added; a lower anxiety is the better one. */
export const ons4: Instrument = {
  id: 'ons4',
  version: '1',
  title: { en: 'Personal well-being (ONS4)', fr: 'Bien-être personnel (ONS4)' },
  default: false,
  items: [
    {
      id: 'satisfied',
      text: {
        en: 'Overall, how satisfied are you with your life nowadays?',
        fr: 'Dans l’ensemble, à quel point êtes-vous satisfait·e de votre vie ces temps-ci?',
      },
      range,
    },
    {
      id: 'worthwhile',
      text: {
        en: 'Overall, to what extent do you feel that the things you do in your life are worthwhile?',
        fr: 'Dans l’ensemble, à quel point avez-vous le sentiment que ce que vous faites dans votre vie en vaut la peine?',
      },
      range,
    },
    {
      id: 'happy',
      text: {
        en: 'Overall, how happy did you feel yesterday?',
        fr: 'Dans l’ensemble, à quel point vous êtes-vous senti·e heureux ou heureuse hier?',
      },
      range,
    },
    {
      id: 'anxious',
      text: {
        en: 'On a scale where 0 is ‘not at all anxious’ and 10 is ‘completely anxious’, overall, how anxious did you feel yesterday?',
        fr: 'Sur une échelle où 0 signifie «\u00a0pas du tout anxieux ou anxieuse\u00a0» et 10 «\u00a0tout à fait anxieux ou anxieuse\u00a0», dans l’ensemble, à quel point vous êtes-vous senti·e anxieux ou anxieuse hier?',
      },
      range,
    },
  ],
  rule: { kind: 'each', reversedItems: ['anxious'] },
  direction: 'higher-better',
  range: { min: 0, max: 10 },
  thresholds: [],
  bands: [
    {
      items: ['satisfied', 'worthwhile', 'happy'],
      bands: [
        { id: 'low', min: 0, max: 4 },
        { id: 'medium', min: 5, max: 6 },
        { id: 'high', min: 7, max: 8 },
        { id: 'very-high', min: 9, max: 10 },
      ],
      source,
    },
    {
      items: ['anxious'],
      bands: [
        { id: 'very-low', min: 0, max: 1 },
        { id: 'low', min: 2, max: 3 },
        { id: 'medium', min: 4, max: 5 },
        { id: 'high', min: 6, max: 10 },
      ],
      source,
    },
  ],
  improvement: 1,
  proxy: false,
  minimumAge: 16,
  licence: {
    en: 'Open Government Licence (United Kingdom), version 3.0.',
    fr: 'Open Government Licence (Royaume-Uni), version 3.0.',
  },
  frenchStatus: 'translation',
  citation: 'Office for National Statistics. Personal well-being survey user guide.',
}
