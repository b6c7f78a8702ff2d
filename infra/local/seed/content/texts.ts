import type { Centre } from '../../../../shared/centres/schema.ts'

/** What two of the centres say to their clients, by the centre's id: written for this seed, said by nobody. */
export const texts: Readonly<Record<string, NonNullable<Centre['settings']['texts']>>> = {
  guelph: {
    consentToShare: {
      en: 'May we tell the group or organisation that you are coming? We give them your first name, the first letter of your last name, how to reach you, and anything you need to take part, such as a ride. We do not tell them about your health. You can say no and still get our help. You can change your mind at any time: call us, and they will no longer see it.',
      fr: 'Pouvons-nous annoncer votre venue au groupe ou à l’organisme? Nous donnons votre prénom, la première lettre de votre nom de famille, la façon de vous joindre et ce qu’il vous faut pour participer, par exemple un transport. Nous ne disons rien de votre santé. Vous pouvez refuser et recevoir quand même notre aide. Vous pouvez changer d’avis en tout temps\u00a0: appelez-nous, et l’organisme n’y aura plus accès.',
    },
    consentToMessages: {
      en: 'May we send you short messages about your appointments and activities? They never say why you see us. You choose how: text, e-mail, phone or letter. To stop, tell us, or answer STOP to a text.',
      fr: 'Pouvons-nous vous envoyer de courts messages au sujet de vos rendez-vous et de vos activités? Ils ne disent jamais pourquoi vous nous consultez. Vous choisissez le moyen\u00a0: texto, courriel, téléphone ou lettre. Pour ne plus en recevoir, dites-le-nous, ou répondez ARRET à un texto.',
    },
    consentToEvaluation: {
      en: 'May we ask you a few questions now and again later, to learn whether this helps? You can skip any question. What we publish are numbers about many people together, never about you. If you say no, nothing else changes.',
      fr: 'Pouvons-nous vous poser quelques questions maintenant, puis plus tard, pour savoir si cela vous aide? Vous pouvez sauter une question. Nous publions des chiffres sur beaucoup de personnes ensemble, jamais sur vous. Si vous refusez, rien d’autre ne change.',
    },
    printHeader: {
      en: 'Guelph CHC – Social prescribing',
      fr: 'CSC Guelph – Prescription sociale',
    },
    whatNext: {
      en: 'Your navigator will call you within two weeks, to hear what matters to you and how things go. If you miss the call, we try again. You can also call us.',
      fr: 'Votre agente ou agent de liaison vous appellera d’ici deux semaines, pour parler de ce qui compte pour vous et voir comment cela se passe. Si vous manquez l’appel, nous rappellerons. Vous pouvez aussi nous appeler.',
    },
  },
  temiskaming: {
    consentToShare: {
      en: 'With your agreement, we let the people who run the activity know that you will come. They learn your first name, the first letter of your last name, the number you want to be called at, and what would make it easier for you to be there. Nothing about your health is passed on. You are free to refuse, today or later, and we will keep helping you.',
      fr: 'Si vous êtes d’accord, nous avisons les responsables de l’activité que vous viendrez. Ces personnes apprennent votre prénom, la première lettre de votre nom de famille, le numéro où vous voulez qu’on vous appelle et ce qui vous faciliterait la vie sur place. Rien de votre santé n’est transmis. Vous êtes libre de refuser, aujourd’hui ou plus tard, et nous continuerons de vous aider.',
    },
    consentToMessages: {
      en: 'We can remind you of a meeting or an activity. Tell us which way is safe for you: phone, text, e-mail or letter. The message says only who is writing and when to come. One word from you is enough to stop it.',
      fr: 'Nous pouvons vous rappeler une rencontre ou une activité. Dites-nous quel moyen est sûr pour vous\u00a0: téléphone, texto, courriel ou lettre. Le message dit seulement qui écrit et quand venir. Un mot de votre part suffit pour que cela cesse.',
    },
    consentToEvaluation: {
      en: 'A few short questions at the start, and after three, six and twelve months, tell us what to do better. You may leave out whatever you like. Your answers are counted with those of many others; your name is not with them.',
      fr: 'Quelques courtes questions au début, puis après trois, six et douze mois, nous disent quoi améliorer. Vous pouvez laisser de côté ce que vous voulez. Vos réponses sont comptées avec celles de beaucoup d’autres personnes; votre nom n’y figure pas.',
    },
    printHeader: {
      en: 'Centre de santé communautaire du Témiskaming – Social prescribing',
      fr: 'Centre de santé communautaire du Témiskaming – Prescription sociale',
    },
    printNavigator: {
      en: 'My community connector',
      fr: 'Mon intervenante-pivot ou intervenant-pivot',
    },
    whatNext: {
      en: 'Somebody from our team will phone you in the next two weeks, in French or in English as you prefer, to hear what you would enjoy and how things go. Roads or rides are part of the conversation: ask.',
      fr: 'Une personne de notre équipe vous téléphonera dans les deux prochaines semaines, en français ou en anglais, à votre choix, pour savoir ce qui vous ferait plaisir et comment cela se passe. Les routes et le transport font partie de la conversation\u00a0: parlez-en.',
    },
  },
}
