import type { Role } from '../../shared/core/permissions.ts'

export type Language = 'en' | 'fr'

/** The language of the provider's pages, from a preference list such as `fr-CA en`. English when it names neither. */
export function languageOf(preferences: unknown): Language {
  const tags = String(preferences ?? '')
    .toLowerCase()
    .split(' ')
  return tags.find((tag) => /^(en|fr)(-|$)/.test(tag))?.startsWith('fr') ? 'fr' : 'en'
}

interface Words {
  readonly name: string
  readonly choose: string
  readonly madeUp: string
  readonly over: string
  readonly startAgain: string
  readonly refused: string
  readonly signOutQuestion: string
  readonly signOut: string
  readonly stay: string
  readonly signedOut: string
  readonly roles: Readonly<Record<Role, string>>
}

/** What the local identity provider says. Production has another provider, so these are not the product's words. */
export const words: Readonly<Record<Language, Words>> = {
  en: {
    name: 'English',
    choose: 'Choose who to sign in as',
    madeUp: 'This is the local stack: everyone here is made up, and nobody has a password.',
    over: 'This sign-in is over',
    startAgain:
      'It was finished, took too long, or was begun in another browser. Go back to the application and sign in again.',
    refused: 'The sign-in request was refused',
    signOutQuestion: 'Do you want to sign out?',
    signOut: 'Sign out',
    stay: 'Stay signed in',
    signedOut: 'You are signed out',
    roles: {
      prescriber: 'Prescriber',
      navigator: 'Link worker',
      evaluator: 'Evaluator',
      champion: 'Health champion',
      'centre-admin': 'Centre administrator',
      'alliance-evaluator': 'Alliance evaluator',
      'alliance-admin': 'Alliance administrator',
    },
  },
  fr: {
    name: 'Français',
    choose: 'Choisissez la personne à connecter',
    madeUp: 'Ceci est la version locale : toutes ces personnes sont fictives et aucune n’a de mot de passe.',
    over: 'Cette connexion est terminée',
    startAgain:
      'Elle est achevée, a expiré ou a commencé dans un autre navigateur. Revenez à l’application et reconnectez-vous.',
    refused: 'La demande de connexion a été refusée',
    signOutQuestion: 'Fermer la session ?',
    signOut: 'Fermer la session',
    stay: 'Garder la session ouverte',
    signedOut: 'La session est fermée',
    roles: {
      prescriber: 'Prescripteur ou prescriptrice',
      navigator: 'Agente ou agent de liaison',
      evaluator: 'Évaluatrice ou évaluateur',
      champion: 'Championne ou champion de la santé',
      'centre-admin': 'Administratrice ou administrateur du centre',
      'alliance-evaluator': 'Évaluatrice ou évaluateur de l’Alliance',
      'alliance-admin': 'Administratrice ou administrateur de l’Alliance',
    },
  },
}
