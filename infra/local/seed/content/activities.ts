import type { Bilingual } from './bilingual.ts'
import type { PartnerKey } from './partners.ts'

/** The closed list of interests: what a client may like, and what an activity is tagged with. */
const interests = [
  { code: 'music', name: { en: 'Music', fr: 'Musique' } },
  { code: 'singing', name: { en: 'Singing', fr: 'Chant' } },
  { code: 'dance', name: { en: 'Dance', fr: 'Danse' } },
  { code: 'theatre-film', name: { en: 'Theatre and film', fr: 'Théâtre et cinéma' } },
  { code: 'visual-arts', name: { en: 'Drawing and painting', fr: 'Dessin et peinture' } },
  { code: 'photography', name: { en: 'Photography', fr: 'Photographie' } },
  { code: 'crafts', name: { en: 'Knitting, sewing and crafts', fr: 'Tricot, couture et artisanat' } },
  { code: 'woodworking', name: { en: 'Woodworking', fr: 'Travail du bois' } },
  { code: 'repairing', name: { en: 'Fixing things', fr: 'Réparation' } },
  { code: 'history', name: { en: 'History', fr: 'Histoire' } },
  { code: 'reading', name: { en: 'Reading', fr: 'Lecture' } },
  { code: 'writing', name: { en: 'Writing', fr: 'Écriture' } },
  { code: 'storytelling', name: { en: 'Telling and hearing stories', fr: 'Contes et récits' } },
  { code: 'languages', name: { en: 'Languages', fr: 'Langues' } },
  { code: 'learning', name: { en: 'Learning new things', fr: 'Apprentissage' } },
  { code: 'technology', name: { en: 'Technology', fr: 'Technologie' } },
  { code: 'gardening', name: { en: 'Gardening', fr: 'Jardinage' } },
  { code: 'nature', name: { en: 'Nature and the outdoors', fr: 'Nature et plein air' } },
  { code: 'birdwatching', name: { en: 'Birdwatching', fr: 'Observation des oiseaux' } },
  { code: 'fishing', name: { en: 'Fishing', fr: 'Pêche' } },
  { code: 'animals', name: { en: 'Animals', fr: 'Animaux' } },
  { code: 'walking', name: { en: 'Walking', fr: 'Marche' } },
  { code: 'gentle-exercise', name: { en: 'Gentle exercise', fr: 'Exercice doux' } },
  { code: 'swimming', name: { en: 'Swimming', fr: 'Natation' } },
  { code: 'cycling', name: { en: 'Cycling', fr: 'Vélo' } },
  { code: 'sports', name: { en: 'Sports', fr: 'Sport' } },
  { code: 'cooking', name: { en: 'Cooking', fr: 'Cuisine' } },
  { code: 'baking', name: { en: 'Baking', fr: 'Pain et pâtisserie' } },
  { code: 'sharing-meals', name: { en: 'Sharing a meal', fr: 'Repas partagés' } },
  { code: 'games', name: { en: 'Games', fr: 'Jeux' } },
  { code: 'cards', name: { en: 'Card games', fr: 'Jeux de cartes' } },
  { code: 'puzzles', name: { en: 'Puzzles', fr: 'Casse-têtes' } },
  { code: 'conversation', name: { en: 'Good conversation', fr: 'Conversation' } },
  { code: 'family', name: { en: 'Family', fr: 'Famille' } },
  { code: 'children', name: { en: 'Time with children', fr: 'Temps avec des enfants' } },
  { code: 'helping-others', name: { en: 'Helping others', fr: 'Entraide' } },
  { code: 'community-causes', name: { en: 'Community causes', fr: 'Causes communautaires' } },
  { code: 'cultural-traditions', name: { en: 'Cultural traditions', fr: 'Traditions culturelles' } },
  { code: 'spirituality', name: { en: 'Faith and spirituality', fr: 'Foi et spiritualité' } },
  { code: 'well-being', name: { en: 'Well-being', fr: 'Bien-être' } },
  { code: 'travel', name: { en: 'Travel and places', fr: 'Voyages' } },
  { code: 'practical-matters', name: { en: 'Money, home and papers', fr: 'Argent, logement et papiers' } },
] as const satisfies readonly { code: string; name: Bilingual }[]

/** The code of one of the `interests`. */
export type InterestCode = (typeof interests)[number]['code']

/** The 25 activities that each centre starts from. */
export const activityTemplates: ActivityTemplate[] = [
  {
    key: 'ukulele-group',
    name: { en: 'Ukulele group', fr: 'Groupe de ukulélé' },
    description: {
      en: 'Learn a few chords and play easy songs together. We lend you a ukulele, and you do not need to read music. Wrong notes are welcome.',
      fr: 'Apprenez quelques accords et jouez des chansons faciles en groupe. Nous vous prêtons un ukulélé, et vous n’avez pas besoin de savoir lire la musique. Les fausses notes sont les bienvenues.',
    },
    category: 'arts-culture',
    tags: ['music', 'singing', 'learning'],
    languages: ['en', 'fr'],
    schedule: { day: 'WE', time: '13:30', durationMinutes: 90, every: 'week' },
    where: { kind: 'place', name: { en: 'Community room at the centre', fr: 'Salle communautaire du centre' } },
    cost: { kind: 'free' },
    eligibility: null,
    accessibility: ['step-free', 'accessible-washroom', 'large-print', 'seating'],
    barriersAnswered: ['cost', 'anxiety', 'mobility'],
    capacity: 16,
    volunteerRoles: [
      { en: 'Song leader', fr: 'Animation des chansons' },
      { en: 'Tuning helper', fr: 'Aide à l’accordage' },
    ],
    run: 'centre',
  },
  {
    key: 'dance-class',
    name: { en: 'Dance class', fr: 'Cours de danse' },
    description: {
      en: 'Move to music at your own pace, from waltz to salsa. You do not need a partner or special shoes, and you can dance in a chair. Stay for a cold drink and a chat at the end.',
      fr: 'Bougez au son de la musique, à votre rythme, de la valse à la salsa. Pas besoin de partenaire ni de chaussures spéciales, et vous pouvez danser sur une chaise. Restez à la fin pour prendre une boisson froide et jaser un peu.',
    },
    category: 'physical-activity',
    tags: ['dance', 'music', 'gentle-exercise'],
    languages: ['en', 'fr', 'es'],
    schedule: { day: 'TH', time: '18:30', durationMinutes: 60, every: 'week' },
    where: { kind: 'place', name: { en: 'Recreation hall', fr: 'Salle des loisirs' } },
    cost: { kind: 'fee', cents: 500, waivable: true },
    eligibility: null,
    accessibility: ['step-free', 'accessible-washroom', 'seating'],
    barriersAnswered: ['cost', 'companion', 'timing', 'mobility'],
    capacity: 24,
    volunteerRoles: [{ en: 'Dance partner', fr: 'Partenaire de danse' }],
    run: 'recreation-society',
  },
  {
    key: 'karaoke-evening',
    name: { en: 'Karaoke evening', fr: 'Soirée karaoké' },
    description: {
      en: 'We start by singing together like a choir, then the microphone is open to anyone who wants it. You can sing, clap or just listen. Sing in any language you love.',
      fr: 'Nous commençons par chanter en chœur, comme une chorale, puis le micro est à qui le veut. Vous pouvez chanter, taper des mains ou simplement écouter. Chantez dans la langue que vous aimez.',
    },
    category: 'arts-culture',
    tags: ['singing', 'music', 'games'],
    languages: ['en', 'fr'],
    schedule: { day: 'FR', time: '18:30', durationMinutes: 120, every: 'two-weeks' },
    where: { kind: 'place', name: { en: 'Community hall', fr: 'Centre communautaire' } },
    cost: { kind: 'by-donation' },
    eligibility: null,
    accessibility: ['step-free', 'accessible-washroom', 'hearing-loop', 'large-print', 'seating'],
    barriersAnswered: ['cost', 'timing', 'transport', 'hearing-vision'],
    capacity: 40,
    volunteerRoles: [
      { en: 'Evening host', fr: 'Animation de la soirée' },
      { en: 'Choir warm-up leader', fr: 'Direction de la chorale d’ouverture' },
    ],
    run: 'centre',
  },
  {
    key: 'museum-visit',
    name: { en: 'Slow museum visit', fr: 'Visite du musée en douceur' },
    description: {
      en: 'A small group looks at three or four objects and talks about the memories they bring back. There are stools to sit on and plenty of time. Admission is paid for you.',
      fr: 'En petit groupe, nous regardons trois ou quatre objets et nous parlons des souvenirs qu’ils éveillent. Des tabourets vous attendent, et rien ne presse. L’entrée est payée pour vous.',
    },
    category: 'arts-culture',
    tags: ['history', 'visual-arts', 'storytelling', 'conversation'],
    languages: ['en', 'fr'],
    schedule: { day: 'TH', time: '10:30', durationMinutes: 90, every: 'month' },
    where: { kind: 'place', name: { en: 'Museum, main entrance', fr: 'Musée, entrée principale' } },
    cost: { kind: 'free' },
    eligibility: null,
    accessibility: ['step-free', 'accessible-washroom', 'large-print', 'asl', 'quiet-space', 'seating'],
    barriersAnswered: ['cost', 'transport', 'companion', 'mobility', 'hearing-vision'],
    capacity: 12,
    volunteerRoles: [{ en: 'Visit companion', fr: 'Accompagnement pendant la visite' }],
    run: 'arts-museum',
  },
  {
    key: 'coffee-circle',
    name: { en: 'Talk over coffee', fr: 'Causerie autour d’un café' },
    description: {
      en: 'A talk over a hot drink, with one easy question to start us off. You can speak or just listen, and the coffee and tea are on us. A host looks out for new faces, so you will not sit alone.',
      fr: 'Une conversation autour d’une boisson chaude, lancée par une question facile. Vous pouvez parler ou simplement écouter, et c’est nous qui offrons le café et le thé. Quelqu’un accueille les nouveaux visages, pour que personne ne reste à l’écart.',
    },
    category: 'social-group',
    tags: ['conversation', 'storytelling', 'well-being'],
    languages: ['en', 'fr'],
    schedule: { day: 'TU', time: '10:00', durationMinutes: 90, every: 'week' },
    where: { kind: 'place', name: { en: 'Community room at the centre', fr: 'Salle communautaire du centre' } },
    cost: { kind: 'free' },
    eligibility: null,
    accessibility: ['step-free', 'accessible-washroom', 'hearing-loop', 'quiet-space', 'seating'],
    barriersAnswered: ['cost', 'anxiety', 'companion', 'mobility'],
    capacity: 20,
    volunteerRoles: [{ en: 'Table host', fr: 'Accueil à la table' }],
    run: 'centre',
  },
  {
    key: 'community-garden',
    name: { en: 'Community garden', fr: 'Jardin communautaire' },
    description: {
      en: 'Grow vegetables and flowers with your neighbours, in raised beds you can reach from a chair. Tools, seeds and gloves are here for you, and everyone takes home part of the harvest. In winter we plan the beds and start seeds indoors.',
      fr: 'Cultivez des légumes et des fleurs avec des gens du voisinage, dans des bacs surélevés accessibles depuis une chaise. Les outils, les semences et les gants sont fournis, et chaque personne rapporte une part de la récolte. L’hiver, nous planifions le jardin et faisons des semis à l’intérieur.',
    },
    category: 'nature-garden',
    tags: ['gardening', 'nature', 'helping-others'],
    languages: ['en', 'fr', 'es'],
    schedule: { day: 'TU', time: '09:00', durationMinutes: 120, every: 'week' },
    where: {
      kind: 'place',
      name: { en: 'Garden behind the community hall', fr: 'Jardin derrière le centre communautaire' },
    },
    cost: { kind: 'free' },
    eligibility: null,
    accessibility: ['step-free', 'accessible-washroom', 'quiet-space', 'seating'],
    barriersAnswered: ['cost', 'mobility', 'anxiety', 'child-care'],
    capacity: 18,
    volunteerRoles: [
      { en: 'Garden host', fr: 'Accueil au jardin' },
      { en: 'Watering helper', fr: 'Aide à l’arrosage' },
    ],
    run: 'food-network',
  },
  {
    key: 'bingo-afternoon',
    name: { en: 'Bingo afternoon', fr: 'Après-midi bingo' },
    description: {
      en: 'A few rounds of bingo for small prizes, with large-print cards and a clear voice to call the numbers. There is coffee and a cookie at the break. The laughs are part of the game.',
      fr: 'Quelques parties de bingo pour gagner de petits prix, avec des cartes en gros caractères et une voix bien claire pour annoncer les numéros. Un café et un biscuit vous attendent à la pause. Les rires font partie du jeu.',
    },
    category: 'social-group',
    tags: ['games', 'conversation'],
    languages: ['en', 'fr'],
    schedule: { day: 'TH', time: '13:30', durationMinutes: 120, every: 'week' },
    where: { kind: 'place', name: { en: 'Seniors’ clubhouse', fr: 'Pavillon des personnes aînées' } },
    cost: { kind: 'free' },
    eligibility: null,
    accessibility: ['step-free', 'accessible-washroom', 'hearing-loop', 'large-print', 'seating'],
    barriersAnswered: ['cost', 'transport', 'hearing-vision', 'mobility'],
    capacity: 48,
    volunteerRoles: [
      { en: 'Number caller', fr: 'Annonce des numéros' },
      { en: 'Snack table helper', fr: 'Aide à la collation' },
    ],
    run: 'seniors-association',
  },
  {
    key: 'fishing-morning',
    name: { en: 'Fishing morning', fr: 'Matinée de pêche' },
    description: {
      en: 'A few of us meet at the dock, share the rods and bait, and see what bites. You do not need experience, and the good company matters more than the catch. In winter we tie flies and trade stories indoors.',
      fr: 'Nous nous retrouvons au quai en petit groupe, nous partageons les cannes et les appâts, et nous attendons que ça morde. Aucune expérience n’est nécessaire, et la bonne compagnie compte plus que la prise. L’hiver, nous montons des mouches et racontons des histoires au chaud.',
    },
    category: 'nature-garden',
    tags: ['fishing', 'nature', 'storytelling'],
    languages: ['en', 'fr'],
    schedule: { day: 'SA', time: '08:00', durationMinutes: 180, every: 'two-weeks' },
    where: { kind: 'place', name: { en: 'Public dock', fr: 'Quai public' } },
    cost: { kind: 'free' },
    eligibility: {
      en: 'Most people aged 18 to 64 need a fishing licence. We can help you get one.',
      fr: 'La plupart des gens de 18 à 64\u00a0ans ont besoin d’un permis de pêche. Nous pouvons vous aider à l’obtenir.',
    },
    accessibility: ['seating', 'quiet-space'],
    barriersAnswered: ['cost', 'transport', 'anxiety', 'companion'],
    capacity: 8,
    volunteerRoles: [
      { en: 'Dock buddy', fr: 'Accompagnement au quai' },
      { en: 'Ride giver', fr: 'Covoiturage' },
    ],
    run: 'centre',
  },
  {
    key: 'community-kitchen',
    name: { en: 'Community kitchen', fr: 'Cuisine collective' },
    description: {
      en: 'We choose a menu, cook it together and eat at one table. The food is paid for, and you take a few portions home. Tell us what you cannot eat and we will plan for it.',
      fr: 'Nous choisissons un menu, nous cuisinons ensemble et nous mangeons à la même table. Les aliments sont payés, et vous repartez avec quelques portions. Dites-nous ce que vous ne pouvez pas manger, et nous en tiendrons compte.',
    },
    category: 'food',
    tags: ['cooking', 'sharing-meals', 'baking', 'learning'],
    languages: ['en', 'fr', 'es', 'ar'],
    schedule: { day: 'WE', time: '10:30', durationMinutes: 180, every: 'two-weeks' },
    where: { kind: 'place', name: { en: 'Teaching kitchen', fr: 'Cuisine-école' } },
    cost: { kind: 'free' },
    eligibility: null,
    accessibility: ['step-free', 'accessible-washroom', 'seating'],
    barriersAnswered: ['cost', 'child-care', 'interpreter', 'cultural-safety'],
    capacity: 10,
    volunteerRoles: [
      { en: 'Recipe lead', fr: 'Responsable de la recette' },
      { en: 'Clean-up crew', fr: 'Équipe de nettoyage' },
    ],
    run: 'food-network',
  },
  {
    key: 'walking-group',
    name: { en: 'Walking group', fr: 'Groupe de marche' },
    description: {
      en: 'An easy walk on flat paths, with benches along the way and a shorter loop if you want it. We walk at the pace of the slowest person, and nobody is left behind. When the weather is bad, we walk indoors.',
      fr: 'Une marche facile sur des sentiers plats, avec des bancs en chemin et une boucle plus courte au besoin. Nous suivons le pas de la personne la plus lente, et personne ne reste derrière. S’il fait mauvais, nous marchons à l’intérieur.',
    },
    category: 'physical-activity',
    tags: ['walking', 'nature', 'birdwatching', 'conversation'],
    languages: ['en', 'fr'],
    schedule: { day: 'MO', time: '09:30', durationMinutes: 60, every: 'week' },
    where: { kind: 'place', name: { en: 'Recreation hall, front doors', fr: 'Entrée de la salle des loisirs' } },
    cost: { kind: 'free' },
    eligibility: null,
    accessibility: ['step-free', 'seating'],
    barriersAnswered: ['cost', 'mobility', 'companion'],
    capacity: null,
    volunteerRoles: [
      { en: 'Walk leader', fr: 'Guide de marche' },
      { en: 'Tail walker', fr: 'Serre-file' },
    ],
    run: 'recreation-society',
  },
  {
    key: 'friendly-visiting',
    name: { en: 'Friendly visiting', fr: 'Visites amicales' },
    description: {
      en: 'A trained volunteer comes to see you about once a week to talk, play cards or look at photos. We look for someone who shares your interests, and you can change your mind at any time. Phone visits are possible too.',
      fr: 'Une personne bénévole qui a suivi une formation vient vous voir environ une fois par semaine pour parler, jouer aux cartes ou regarder des photos. Nous cherchons quelqu’un qui partage vos champs d’intérêt, et vous pouvez changer d’idée en tout temps. Les visites peuvent aussi se faire au téléphone.',
    },
    category: 'social-group',
    tags: ['conversation', 'cards', 'puzzles', 'storytelling'],
    languages: ['en', 'fr', 'zh', 'so'],
    schedule: null,
    where: { kind: 'home' },
    cost: { kind: 'free' },
    eligibility: {
      en: 'For adults who find it hard to leave home.',
      fr: 'Pour les adultes qui ont de la difficulté à sortir de la maison.',
    },
    accessibility: [],
    barriersAnswered: ['cost', 'transport', 'mobility', 'anxiety', 'timing'],
    capacity: 20,
    volunteerRoles: [{ en: 'Friendly visitor', fr: 'Visites à domicile' }],
    run: 'seniors-association',
  },
  {
    key: 'volunteer-team',
    name: { en: 'Volunteer team', fr: 'Équipe de bénévoles' },
    description: {
      en: 'Share what you do well: drive a neighbour to an activity, welcome people at the garden, or help set up a room. You choose your hours, and we cover your mileage and training. At first you work beside someone who knows the way.',
      fr: 'Offrez ce que vous faites bien\u00a0: conduire quelqu’un à une activité, accueillir les gens au jardin ou préparer une salle. Vous choisissez vos heures, et nous payons le kilométrage et la formation. Au début, vous faites équipe avec une personne d’expérience.',
    },
    category: 'volunteering',
    tags: ['helping-others', 'community-causes', 'gardening', 'learning'],
    languages: ['en', 'fr'],
    schedule: null,
    where: { kind: 'place', name: { en: 'Welcome desk at the centre', fr: 'Accueil du centre' } },
    cost: { kind: 'free' },
    eligibility: {
      en: 'Drivers need a valid licence, insurance and a police record check, which we pay for.',
      fr: 'Pour conduire, il faut un permis valide, une assurance et une vérification de dossier de police, à nos frais.',
    },
    accessibility: ['step-free', 'accessible-washroom', 'quiet-space'],
    barriersAnswered: ['cost', 'timing', 'companion', 'anxiety'],
    capacity: null,
    volunteerRoles: [
      { en: 'Driver', fr: 'Conductrice ou conducteur' },
      { en: 'Garden host', fr: 'Accueil au jardin' },
      { en: 'Room set-up', fr: 'Préparation des salles' },
    ],
    run: 'centre',
  },
  {
    key: 'good-food-box',
    name: { en: 'Good food box', fr: 'Panier d’aliments frais' },
    description: {
      en: 'A box of fresh fruit and vegetables at a fair price, with a simple recipe inside. Pick it up, or ask us to bring it to your door. If the price stands in your way, tell us: you will have nothing to pay and nothing to explain.',
      fr: 'Un panier de fruits et de légumes frais à bon prix, avec une recette simple. Passez le prendre ou demandez qu’on le livre chez vous. Si le prix est un obstacle, dites-le-nous\u00a0: vous n’aurez rien à payer ni à expliquer.',
    },
    category: 'food',
    tags: ['cooking', 'practical-matters', 'community-causes'],
    languages: ['en', 'fr'],
    schedule: { day: 'TH', time: '14:00', durationMinutes: 180, every: 'two-weeks' },
    where: { kind: 'place', name: { en: 'Food network counter', fr: 'Comptoir du réseau alimentaire' } },
    cost: { kind: 'fee', cents: 1500, waivable: true },
    eligibility: null,
    accessibility: ['step-free', 'seating'],
    barriersAnswered: ['cost', 'transport', 'mobility'],
    capacity: 60,
    volunteerRoles: [
      { en: 'Box packer', fr: 'Préparation des paniers' },
      { en: 'Delivery driver', fr: 'Livraison à domicile' },
    ],
    run: 'food-network',
  },
  {
    key: 'bereavement-circle',
    name: { en: 'Bereavement circle', fr: 'Cercle d’entraide pour personnes en deuil' },
    description: {
      en: 'A quiet circle for people who have lost someone, lately or long ago. Two trained leaders keep it safe, and what is said here stays here. Share when you are ready, or simply be with others who understand.',
      fr: 'Un cercle paisible pour les gens qui ont perdu quelqu’un, récemment ou il y a longtemps. Deux personnes formées animent la rencontre, et ce qui se dit ici reste ici. Parlez quand vous le voudrez, ou soyez simplement avec des gens qui comprennent.',
    },
    category: 'bereavement-peer-support',
    tags: ['well-being', 'conversation', 'spirituality'],
    languages: ['en', 'fr'],
    schedule: { day: 'MO', time: '14:00', durationMinutes: 90, every: 'two-weeks' },
    where: { kind: 'place', name: { en: 'Quiet room at the centre', fr: 'Salle calme du centre' } },
    cost: { kind: 'free' },
    eligibility: {
      en: 'For adults. A leader will call you before your first circle.',
      fr: 'Pour les adultes. Une personne de l’équipe vous appelle avant votre première rencontre.',
    },
    accessibility: ['step-free', 'accessible-washroom', 'hearing-loop', 'quiet-space', 'seating'],
    barriersAnswered: ['cost', 'anxiety', 'companion', 'transport'],
    capacity: 10,
    volunteerRoles: [{ en: 'Peer listener', fr: 'Écoute par les pairs' }],
    run: 'centre',
  },
  {
    key: 'newcomer-conversation-circle',
    name: { en: 'Newcomer conversation circle', fr: 'Cercle de conversation pour personnes nouvellement arrivées' },
    description: {
      en: 'Practise English or French with people who have just arrived and people who have lived here for years. We talk about daily life: the bus, the school, the winter, the job search. Children can play in the next room.',
      fr: 'Pratiquez le français ou l’anglais avec des gens qui viennent d’arriver et d’autres qui vivent ici depuis longtemps. Nous parlons de la vie de tous les jours\u00a0: l’autobus, l’école, l’hiver, la recherche d’emploi. Les enfants peuvent jouer dans la pièce d’à côté.',
    },
    category: 'cultural',
    tags: ['languages', 'conversation', 'learning', 'family'],
    languages: ['en', 'fr', 'es', 'ar', 'so', 'zh'],
    schedule: { day: 'WE', time: '17:30', durationMinutes: 90, every: 'week' },
    where: { kind: 'place', name: { en: 'Front Porch house, sitting room', fr: 'Maison La Véranda, salon' } },
    cost: { kind: 'free' },
    eligibility: {
      en: 'For everyone, whatever their immigration status.',
      fr: 'Pour tout le monde, peu importe le statut d’immigration.',
    },
    accessibility: ['step-free', 'accessible-washroom', 'seating'],
    barriersAnswered: ['cost', 'child-care', 'interpreter', 'cultural-safety', 'timing'],
    capacity: 20,
    volunteerRoles: [
      { en: 'Conversation partner', fr: 'Partenaire de conversation' },
      { en: 'Play room helper', fr: 'Aide à la salle de jeu' },
    ],
    run: 'newcomer-association',
  },
  {
    key: 'drum-teaching-circle',
    name: { en: 'Drum and teaching circle', fr: 'Cercle de tambour et d’enseignements' },
    description: {
      en: 'Elders and Knowledge Keepers welcome First Nations, Inuit and Métis people and their families to sing, drum and hear teachings. Each step is explained as we go, and joining in is always your choice. There is tea, food and time to visit.',
      fr: 'Des Aînées et Aînés ainsi que des gardiennes et gardiens du savoir accueillent les personnes des Premières Nations, inuites et métisses, avec leur famille, pour chanter, jouer du tambour et écouter des enseignements. Chaque étape est expliquée au fur et à mesure, et vous participez seulement si vous le voulez. Il y a du thé, de quoi manger et du temps pour se parler.',
    },
    category: 'cultural',
    tags: ['cultural-traditions', 'music', 'singing', 'spirituality', 'family'],
    languages: ['en', 'oj'],
    schedule: { day: 'SU', time: '13:00', durationMinutes: 150, every: 'two-weeks' },
    where: { kind: 'place', name: { en: 'Gathering room at the centre', fr: 'Salle de rassemblement du centre' } },
    cost: { kind: 'free' },
    eligibility: {
      en: 'For First Nations, Inuit and Métis people and their families.',
      fr: 'Pour les personnes des Premières Nations, inuites et métisses, et leur famille.',
    },
    accessibility: ['step-free', 'accessible-washroom', 'quiet-space', 'seating'],
    barriersAnswered: ['cost', 'cultural-safety', 'transport', 'child-care'],
    capacity: null,
    volunteerRoles: [{ en: 'Kitchen helper', fr: 'Aide à la cuisine' }],
    run: 'centre',
  },
  {
    key: 'black-elders-gathering',
    name: { en: 'Black elders’ gathering', fr: 'Rencontre des personnes aînées noires' },
    description: {
      en: 'Black elders share a hot meal, music and stories from the Caribbean, Africa and Canada. We talk about staying well, and the group decides which guests to invite. Family and younger friends may come along.',
      fr: 'Des personnes aînées noires partagent un repas chaud, de la musique et des histoires des Caraïbes, d’Afrique et du Canada. Nous parlons de santé et de bien-être, et c’est le groupe qui décide des invitations. Votre famille et des proches plus jeunes peuvent vous accompagner.',
    },
    category: 'cultural',
    tags: ['cultural-traditions', 'sharing-meals', 'storytelling', 'music', 'well-being'],
    languages: ['en', 'fr', 'so'],
    schedule: { day: 'FR', time: '11:30', durationMinutes: 150, every: 'two-weeks' },
    where: { kind: 'place', name: { en: 'Community room at the centre', fr: 'Salle communautaire du centre' } },
    cost: { kind: 'free' },
    eligibility: {
      en: 'For Black people aged 55 and over.',
      fr: 'Pour les personnes noires de 55\u00a0ans et plus.',
    },
    accessibility: ['step-free', 'accessible-washroom', 'hearing-loop', 'seating'],
    barriersAnswered: ['cost', 'cultural-safety', 'transport', 'companion'],
    capacity: 30,
    volunteerRoles: [
      { en: 'Meal helper', fr: 'Aide au repas' },
      { en: 'Story keeper', fr: 'Collecte des récits' },
    ],
    run: 'centre',
  },
  {
    key: 'francophone-book-club',
    name: { en: 'French-language book club', fr: 'Club de lecture francophone' },
    description: {
      en: 'We read one short book a month and talk about it in French, in every accent. The library lends the books, in large print or audio if you like. Come even if you have not finished.',
      fr: 'Nous lisons un livre court par mois et nous en parlons en français, avec tous les accents. La bibliothèque prête les livres, en gros caractères ou en version audio si vous le souhaitez. Venez même si vous n’avez pas fini.',
    },
    category: 'cultural',
    tags: ['reading', 'languages', 'conversation', 'cultural-traditions'],
    languages: ['fr'],
    schedule: { day: 'TU', time: '14:00', durationMinutes: 90, every: 'month' },
    where: { kind: 'place', name: { en: 'Library, reading room', fr: 'Bibliothèque, salle de lecture' } },
    cost: { kind: 'free' },
    eligibility: null,
    accessibility: ['step-free', 'accessible-washroom', 'large-print', 'quiet-space', 'seating'],
    barriersAnswered: ['cost', 'hearing-vision', 'cultural-safety'],
    capacity: 14,
    volunteerRoles: [{ en: 'Discussion leader', fr: 'Animation de la discussion' }],
    run: 'public-library',
  },
  {
    key: 'tax-benefits-clinic',
    name: { en: 'Tax and benefits clinic', fr: 'Clinique d’impôt et de prestations' },
    description: {
      en: 'Trained volunteers fill in a simple tax return with you, free of charge. Many benefits are paid only after you file. Bring the papers you have, even if they are loose in a bag.',
      fr: 'Des bénévoles ayant reçu une formation remplissent avec vous une déclaration de revenus simple, sans frais. Bien des prestations ne sont versées qu’après cette déclaration. Apportez les papiers que vous avez, même en vrac dans un sac.',
    },
    category: 'income-legal-housing',
    tags: ['practical-matters'],
    languages: ['en', 'fr', 'es', 'so'],
    schedule: { day: 'MO', time: '13:00', durationMinutes: 180, every: 'week' },
    where: { kind: 'place', name: { en: 'Library, study rooms', fr: 'Bibliothèque, salles d’étude' } },
    cost: { kind: 'free' },
    eligibility: {
      en: 'For people with a modest income and a simple tax return.',
      fr: 'Pour les personnes à revenu modeste dont la déclaration de revenus est simple.',
    },
    accessibility: ['step-free', 'accessible-washroom', 'large-print', 'quiet-space', 'seating'],
    barriersAnswered: ['cost', 'interpreter', 'internet', 'anxiety'],
    capacity: 12,
    volunteerRoles: [
      { en: 'Tax return helper', fr: 'Aide à la déclaration' },
      { en: 'Welcome table', fr: 'Table d’accueil' },
    ],
    run: 'public-library',
  },
  {
    key: 'housing-help',
    name: { en: 'Housing help drop-in', fr: 'Aide au logement sans rendez-vous' },
    description: {
      en: 'Talk with someone about rent you cannot pay, a letter from your landlord, repairs or finding a new place. We help with forms and phone calls, and we can go with you to a meeting. You do not need an appointment.',
      fr: 'Venez parler d’un loyer difficile à payer, d’une lettre de votre propriétaire, de réparations ou de la recherche d’un logement. Nous vous aidons à remplir les formulaires et à faire les appels, et nous pouvons vous accompagner à une rencontre. Pas besoin de rendez-vous.',
    },
    category: 'income-legal-housing',
    tags: ['practical-matters', 'community-causes'],
    languages: ['en', 'fr', 'es', 'ar', 'so'],
    schedule: { day: 'TH', time: '10:00', durationMinutes: 180, every: 'week' },
    where: { kind: 'place', name: { en: 'Welcome desk at the centre', fr: 'Accueil du centre' } },
    cost: { kind: 'free' },
    eligibility: null,
    accessibility: ['step-free', 'accessible-washroom', 'quiet-space', 'seating'],
    barriersAnswered: ['cost', 'interpreter', 'companion', 'internet', 'child-care'],
    capacity: null,
    volunteerRoles: [{ en: 'Form helper', fr: 'Aide aux formulaires' }],
    run: 'centre',
  },
  {
    key: 'tablet-basics',
    name: { en: 'Tablet and phone basics', fr: 'Tablette et téléphone, premiers pas' },
    description: {
      en: 'Learn to send a photo, make a video call and spot a scam, one small step at a time. Bring your own device or borrow one of ours, with internet included. Ask the same question as often as you like.',
      fr: 'Apprenez à envoyer une photo, à faire un appel vidéo et à reconnaître une fraude, une petite étape à la fois. Apportez votre appareil ou empruntez-en un, Internet compris. Posez la même question aussi souvent que vous le voulez.',
    },
    category: 'digital-inclusion',
    tags: ['technology', 'learning', 'photography', 'family'],
    languages: ['en', 'fr', 'hi', 'zh'],
    schedule: { day: 'FR', time: '10:00', durationMinutes: 90, every: 'week' },
    where: { kind: 'place', name: { en: 'Library, computer corner', fr: 'Bibliothèque, coin informatique' } },
    cost: { kind: 'free' },
    eligibility: null,
    accessibility: ['step-free', 'accessible-washroom', 'hearing-loop', 'large-print', 'seating'],
    barriersAnswered: ['cost', 'internet', 'hearing-vision', 'anxiety'],
    capacity: 8,
    volunteerRoles: [{ en: 'Tech buddy', fr: 'Aide numérique' }],
    run: 'public-library',
  },
  {
    key: 'caregivers-circle',
    name: { en: 'Caregivers’ circle', fr: 'Cercle des personnes proches aidantes' },
    description: {
      en: 'Do you look after a friend or someone in your family? Meet others who do the same, from home, by video or by phone. We share tips, worries and a good laugh, and you can come and go as your day allows.',
      fr: 'Vous prenez soin d’une personne de votre famille ou de votre entourage? Rencontrez d’autres gens dans la même situation, de chez vous, par vidéo ou par téléphone. Nous échangeons des conseils, des soucis et de bons rires, et vous pouvez arriver et repartir selon votre journée.',
    },
    category: 'caregiving-parenting',
    tags: ['family', 'conversation', 'well-being', 'children'],
    languages: ['en', 'fr'],
    schedule: { day: 'TU', time: '19:00', durationMinutes: 60, every: 'two-weeks' },
    where: { kind: 'virtual' },
    cost: { kind: 'free' },
    eligibility: {
      en: 'For anyone who gives unpaid care.',
      fr: 'Pour toute personne qui prend soin de quelqu’un sans rémunération.',
    },
    accessibility: ['asl'],
    barriersAnswered: ['cost', 'transport', 'child-care', 'timing', 'mobility'],
    capacity: 15,
    volunteerRoles: [{ en: 'Peer host', fr: 'Animation par les pairs' }],
    run: 'centre',
  },
  {
    key: 'chair-yoga',
    name: { en: 'Chair yoga', fr: 'Yoga sur chaise' },
    description: {
      en: 'Gentle stretching and breathing, sitting down or holding on to a chair. An easier way is shown for every move. Wear what is comfortable, and rest when you need to.',
      fr: 'Des étirements et de la respiration en douceur, en position assise ou avec l’appui d’une chaise. Une version plus facile est montrée pour chaque mouvement. Portez des vêtements confortables et reposez-vous au besoin.',
    },
    category: 'physical-activity',
    tags: ['gentle-exercise', 'well-being'],
    languages: ['en', 'fr'],
    schedule: { day: 'FR', time: '09:30', durationMinutes: 45, every: 'week' },
    where: { kind: 'place', name: { en: 'Recreation hall, small studio', fr: 'Salle des loisirs, petit studio' } },
    cost: { kind: 'fee', cents: 300, waivable: true },
    eligibility: null,
    accessibility: ['step-free', 'accessible-washroom', 'quiet-space', 'seating'],
    barriersAnswered: ['cost', 'mobility', 'anxiety'],
    capacity: 18,
    volunteerRoles: [{ en: 'Chair and mat set-up', fr: 'Installation des chaises et des tapis' }],
    run: 'recreation-society',
  },
  {
    key: 'knitting-crafts',
    name: { en: 'Knitting and crafts table', fr: 'Table de tricot et d’artisanat' },
    description: {
      en: 'Bring your project or start one with our wool and needles. Someone will show you the first stitches as slowly as you need. We make hats and blankets for neighbours, and we talk while our hands are busy.',
      fr: 'Apportez votre projet ou commencez-en un avec notre laine et nos aiguilles. On vous montre les premières mailles, aussi lentement qu’il le faut. Nous faisons des tuques et des couvertures pour des gens d’ici, et nous jasons pendant que nos mains travaillent.',
    },
    category: 'arts-culture',
    tags: ['crafts', 'conversation', 'helping-others', 'learning'],
    languages: ['en', 'fr'],
    schedule: { day: 'MO', time: '13:00', durationMinutes: 120, every: 'week' },
    where: { kind: 'place', name: { en: 'Museum, craft studio', fr: 'Musée, atelier d’artisanat' } },
    cost: { kind: 'free' },
    eligibility: null,
    accessibility: ['step-free', 'accessible-washroom', 'large-print', 'seating'],
    barriersAnswered: ['cost', 'anxiety', 'mobility'],
    capacity: 16,
    volunteerRoles: [{ en: 'Stitch teacher', fr: 'Enseignement des premières mailles' }],
    run: 'arts-museum',
  },
  {
    key: 'shed-repair-cafe',
    name: { en: 'Men’s shed and repair café', fr: 'Atelier des hommes et café de réparation' },
    description: {
      en: 'Fix a lamp, a bike or a chair beside people who know how, and learn to do it yourself. The shed began as a place for men to meet around a workbench, and café days are open to everyone. The tools and the coffee are ready.',
      fr: 'Réparez une lampe, un vélo ou une chaise avec des gens qui s’y connaissent, et apprenez à le faire par vous-même. L’atelier est né pour que des hommes se retrouvent autour d’un établi, et les jours de café sont ouverts à tout le monde. Les outils et le café sont prêts.',
    },
    category: 'learning-employment',
    tags: ['repairing', 'woodworking', 'learning', 'cycling', 'helping-others'],
    languages: ['en', 'fr'],
    schedule: { day: 'SA', time: '10:00', durationMinutes: 180, every: 'month' },
    where: { kind: 'place', name: { en: 'Workshop, back door', fr: 'Atelier, porte arrière' } },
    cost: { kind: 'by-donation' },
    eligibility: null,
    accessibility: ['step-free', 'accessible-washroom', 'seating'],
    barriersAnswered: ['cost', 'anxiety', 'timing', 'companion'],
    capacity: 15,
    volunteerRoles: [
      { en: 'Fixer', fr: 'Réparations' },
      { en: 'Tool keeper', fr: 'Responsable des outils' },
    ],
    run: 'seniors-association',
  },
]

/** An activity as a centre would describe it, before it has dates, a contact and places left. */
export interface ActivityTemplate {
  /** Kebab-case, unique. */
  key: string
  name: Bilingual
  description: Bilingual
  category:
    | 'social-group'
    | 'arts-culture'
    | 'nature-garden'
    | 'physical-activity'
    | 'food'
    | 'income-legal-housing'
    | 'learning-employment'
    | 'caregiving-parenting'
    | 'bereavement-peer-support'
    | 'volunteering'
    | 'cultural'
    | 'digital-inclusion'
    | 'other'
  tags: InterestCode[]
  /** BCP-47 languages in which a person can take part. */
  languages: string[]
  /** Local time of the centre; `null` is by arrangement. */
  schedule: {
    day: 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU'
    /** `HH:mm` */
    time: string
    durationMinutes: number
    every: 'week' | 'two-weeks' | 'month'
  } | null
  where: { kind: 'place'; name: Bilingual } | { kind: 'virtual' } | { kind: 'home' }
  cost: { kind: 'free' } | { kind: 'by-donation' } | { kind: 'fee'; cents: number; waivable: boolean }
  /** Who it is for, in words; `null` is everyone. */
  eligibility: Bilingual | null
  accessibility: (
    | 'step-free'
    | 'accessible-washroom'
    | 'hearing-loop'
    | 'large-print'
    | 'asl'
    | 'quiet-space'
    | 'seating'
  )[]
  /** The barriers for which the organiser already has the support. */
  barriersAnswered: (
    | 'cost'
    | 'transport'
    | 'child-care'
    | 'companion'
    | 'interpreter'
    | 'mobility'
    | 'hearing-vision'
    | 'internet'
    | 'timing'
    | 'cultural-safety'
    | 'anxiety'
  )[]
  /** Places in all; `null` is no limit. */
  capacity: number | null
  volunteerRoles: Bilingual[]
  /** The centre itself, or the partner that runs it. */
  run: 'centre' | PartnerKey
}
