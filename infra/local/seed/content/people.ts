import type { ActivityTemplate, InterestCode } from './activities.ts'
import type { Bilingual } from './bilingual.ts'

/**
 * Names by the company they keep, so that a given and a family name drawn from one pool sound like one person. Everyone
 * is invented. Pools differ in size: drawing a given name from all pools together gives a mix that looks like Ontario.
 */
export const namePools: NamePool[] = [
  {
    language: 'en',
    alsoSpeaks: [],
    given: [
      { name: 'Margaret', pronouns: 'she/her', preferred: 'Peggy' },
      { name: 'Dorothy', pronouns: 'she/her', preferred: 'Dot' },
      { name: 'Walter', pronouns: 'he/him' },
      { name: 'Harold', pronouns: 'he/him', preferred: 'Hal' },
      { name: 'June', pronouns: 'she/her' },
      { name: 'Clifford', pronouns: 'he/him', preferred: 'Cliff' },
      { name: 'Beverley', pronouns: 'she/her', preferred: 'Bev' },
      { name: 'Iris', pronouns: 'she/her' },
      { name: 'Wendell', pronouns: 'he/him' },
      { name: 'Robin', pronouns: 'they/them' },
      { name: 'Alistair', pronouns: 'he/him' },
      { name: 'Maeve', pronouns: 'she/her' },
      { name: 'Theodora', pronouns: 'she/they', preferred: 'Teddy' },
      { name: 'Gordon', pronouns: null, preferred: 'Gord' },
      { name: 'Rosalind', pronouns: 'she/her' },
      { name: 'Deborah', pronouns: 'they/them', preferred: 'Ash' },
      { name: 'Lyle', pronouns: 'he/him' },
      { name: 'Mary Ellen', pronouns: 'she/her' },
    ],
    family: [
      'Applegarth',
      'Fairweather',
      'Featherstone',
      'Hollingbrook',
      'MacAllister',
      'O’Halloran',
      'Penhallow',
      'Quill',
      'St. Clair',
      'Thistlewood',
      'Underhill',
      'van der Linden',
      'Whitcombe-Shaw',
    ],
  },
  {
    language: 'fr',
    alsoSpeaks: ['en'],
    given: [
      { name: 'Marie-Ève', pronouns: 'she/her' },
      { name: 'Jean-Baptiste', pronouns: 'he/him', preferred: 'J.-B.' },
      { name: 'Thérèse', pronouns: 'she/her' },
      { name: 'Réjean', pronouns: 'he/him' },
      { name: 'Noëlla', pronouns: 'she/her' },
      { name: 'Rhéal', pronouns: 'he/him' },
      { name: 'Fernande', pronouns: 'she/her' },
      { name: 'Gaétan', pronouns: 'he/him' },
      { name: 'Élise', pronouns: 'she/her' },
      { name: 'Yvon', pronouns: 'he/him' },
      { name: 'Solange', pronouns: 'she/her' },
      { name: 'Camille', pronouns: 'they/them' },
      { name: 'Marguerite', pronouns: 'she/her', preferred: 'Margot' },
      { name: 'Lionel', pronouns: null },
      { name: 'Françoise', pronouns: 'she/her' },
      { name: 'Mathis', pronouns: 'he/him' },
    ],
    family: [
      'Beauséjour',
      'Bellefeuille',
      'Boisclair',
      'Brisebois',
      'Desrosiers',
      'Gélinas-Roy',
      'L’Espérance',
      'Laframboise',
      'Lajeunesse',
      'Larivière',
      'Saint-Amour',
      'St-Onge',
      'Vaillancourt',
    ],
  },
  {
    language: 'fr',
    alsoSpeaks: ['en', 'ht'],
    given: [
      { name: 'Fabiola', pronouns: 'she/her' },
      { name: 'Wilner', pronouns: 'he/him' },
      { name: 'Nadège', pronouns: 'she/her' },
      { name: 'Josué', pronouns: 'he/him' },
      { name: 'Espérance', pronouns: 'she/her' },
      { name: 'Anicet', pronouns: 'he/him' },
    ],
    family: ['Beauvoir', 'Célestin', 'Jean-Philippe', 'Sainvil', 'Toussaint'],
  },
  {
    language: 'fr',
    alsoSpeaks: ['en'],
    given: [
      { name: 'Aminata', pronouns: 'she/her' },
      { name: 'Kouamé', pronouns: 'he/him' },
      { name: 'Clémentine', pronouns: 'she/her' },
      { name: 'Ismaël', pronouns: 'he/him' },
    ],
    family: ['Kabongo', 'Mukendi', 'N’Guessan', 'Ouédraogo'],
  },
  {
    language: 'en',
    alsoSpeaks: ['ar', 'fr'],
    given: [
      { name: 'Layla', pronouns: 'she/her' },
      { name: 'Youssef', pronouns: 'he/him' },
      { name: 'Amal', pronouns: 'she/her' },
      { name: 'Nour', pronouns: null },
      { name: 'Tarek', pronouns: 'he/him' },
      { name: 'Hanane', pronouns: 'she/her' },
    ],
    family: ['Al-Masri', 'Ben Youssef', 'Benali', 'El Khoury', 'Zeitoun'],
  },
  {
    language: 'en',
    alsoSpeaks: ['so'],
    given: [
      { name: 'Hodan', pronouns: 'she/her' },
      { name: 'Abdirahman', pronouns: 'he/him', preferred: 'Abdi' },
      { name: 'Fadumo', pronouns: 'she/her' },
      { name: 'Sahra', pronouns: 'she/her' },
      { name: 'Guled', pronouns: 'he/him' },
    ],
    family: ['Hirsi', 'Jama', 'Nuur', 'Warsame'],
  },
  {
    language: 'en',
    alsoSpeaks: ['pa', 'hi'],
    given: [
      { name: 'Gurpreet', pronouns: 'she/her', preferred: 'Preeti' },
      { name: 'Rajinder', pronouns: 'he/him', preferred: 'Raj' },
      { name: 'Lakshmi', pronouns: 'she/her' },
      { name: 'Arjun', pronouns: 'he/him' },
      { name: 'Sunita', pronouns: 'she/her' },
      { name: 'Harjit', pronouns: 'they/them' },
    ],
    family: ['Dhaliwal', 'Iyer', 'Sandhu-Gill', 'Subramaniam', 'Vyas'],
  },
  {
    language: 'en',
    alsoSpeaks: ['zh'],
    given: [
      { name: 'Mei-Ling', pronouns: 'she/her' },
      { name: 'Xiulan', pronouns: 'she/her', preferred: 'Lan' },
      { name: 'Ho-Yin', pronouns: 'he/him', preferred: 'Howard' },
      { name: 'Wei', pronouns: 'he/him' },
      { name: 'Yue', pronouns: 'she/her' },
    ],
    family: ['Kwok', 'Li', 'Ng', 'Ouyang'],
  },
  {
    language: 'en',
    alsoSpeaks: ['oj'],
    given: [
      { name: 'Biidaaban', pronouns: 'she/her' },
      { name: 'Noodin', pronouns: 'he/him' },
      { name: 'Josephine', pronouns: 'she/her', preferred: 'Josie' },
      { name: 'Elijah', pronouns: 'he/him' },
      { name: 'Delores', pronouns: 'she/her' },
    ],
    family: ['Bannerman', 'Fairwater', 'Linklater', 'Sutherland'],
  },
  {
    language: 'en',
    alsoSpeaks: ['es'],
    given: [
      { name: 'María José', pronouns: 'she/her', preferred: 'Majo' },
      { name: 'Joaquín', pronouns: 'he/him' },
      { name: 'Guadalupe', pronouns: 'she/her', preferred: 'Lupe' },
      { name: 'Mateo', pronouns: 'he/him' },
      { name: 'Luz', pronouns: 'she/they' },
    ],
    family: ['de la Fuente', 'Muñoz Rivas', 'Peñaranda', 'Valdivia'],
  },
  {
    language: 'en',
    alsoSpeaks: ['pt'],
    given: [
      { name: 'Inês', pronouns: 'she/her' },
      { name: 'João', pronouns: 'he/him', preferred: 'John' },
    ],
    family: ['Conceição', 'Furtado'],
  },
  {
    language: 'en',
    alsoSpeaks: ['uk', 'pl'],
    given: [
      { name: 'Zofia', pronouns: 'she/her' },
      { name: 'Bohdan', pronouns: 'he/him' },
      { name: 'Oksana', pronouns: 'she/her' },
      { name: 'Tadeusz', pronouns: 'he/him', preferred: 'Ted' },
      { name: 'Ludmila', pronouns: 'she/her', preferred: 'Mila' },
    ],
    family: ['Bondarenko', 'Kovalenko', 'Mazur', 'Wójcik'],
  },
  {
    language: 'en',
    alsoSpeaks: [],
    given: [
      { name: 'Winsome', pronouns: 'she/her' },
      { name: 'Delroy', pronouns: 'he/him' },
      { name: 'Hyacinth', pronouns: 'she/her' },
      { name: 'Everton', pronouns: 'he/him' },
      { name: 'Merline', pronouns: 'she/her' },
      { name: 'Errol', pronouns: null },
    ],
    family: ['Augustin-Grey', 'Bartholomew', 'Braithwaite', 'Chin-Loy', 'Prendergast'],
  },
  {
    language: 'en',
    alsoSpeaks: ['tw'],
    given: [
      { name: 'Abena', pronouns: 'she/her' },
      { name: 'Kwame', pronouns: 'he/him' },
      { name: 'Efua', pronouns: 'she/her' },
    ],
    family: ['Boateng', 'Mensah-Hill', 'Owusu'],
  },
  {
    language: 'en',
    alsoSpeaks: ['tl'],
    given: [
      { name: 'Ligaya', pronouns: 'she/her', preferred: 'Joy' },
      { name: 'Crisanto', pronouns: 'he/him', preferred: 'Cris' },
      { name: 'Rosario', pronouns: 'she/her' },
    ],
    family: ['Bautista-Reyes', 'Dela Cruz', 'Macaraeg'],
  },
  {
    language: 'en',
    alsoSpeaks: ['vi'],
    given: [
      { name: 'Bích Ngọc', pronouns: 'she/her', preferred: 'Ngọc' },
      { name: 'Thảo', pronouns: 'she/her' },
      { name: 'Quang', pronouns: 'he/him' },
    ],
    family: ['Lương', 'Nguyễn', 'Phạm'],
  },
]

/** The pronouns the seed uses, in words. */
export const pronouns = [
  { code: 'she/her', name: { en: 'she/her', fr: 'elle' } },
  { code: 'he/him', name: { en: 'he/him', fr: 'il' } },
  { code: 'they/them', name: { en: 'they/them', fr: 'iel' } },
  { code: 'she/they', name: { en: 'she/they', fr: 'elle ou iel' } },
] as const satisfies readonly { code: string; name: Bilingual }[]

/** What a person can share with others. */
export const talents = [
  { code: 'accordion', name: { en: 'Playing the accordion', fr: 'Jouer de l’accordéon' } },
  { code: 'baking-bread', name: { en: 'Baking bread', fr: 'Faire du pain' } },
  { code: 'bookkeeping', name: { en: 'Keeping the books', fr: 'Tenir les comptes' } },
  { code: 'carpentry', name: { en: 'Carpentry', fr: 'Menuiserie' } },
  { code: 'computer-help', name: { en: 'Explaining computers', fr: 'Expliquer l’informatique' } },
  { code: 'cooking-for-a-crowd', name: { en: 'Cooking for a crowd', fr: 'Cuisiner pour un groupe' } },
  { code: 'drawing', name: { en: 'Drawing and painting', fr: 'Dessiner et peindre' } },
  { code: 'driving', name: { en: 'Driving', fr: 'Conduire' } },
  { code: 'drumming', name: { en: 'Drumming', fr: 'Jouer du tambour' } },
  { code: 'gardening', name: { en: 'Growing vegetables', fr: 'Cultiver des légumes' } },
  { code: 'guitar', name: { en: 'Playing the guitar', fr: 'Jouer de la guitare' } },
  { code: 'hairdressing', name: { en: 'Cutting hair', fr: 'Couper les cheveux' } },
  { code: 'hosting', name: { en: 'Making people feel at home', fr: 'Mettre les gens à l’aise' } },
  { code: 'interpreting', name: { en: 'Speaking several languages', fr: 'Parler plusieurs langues' } },
  { code: 'listening', name: { en: 'Listening', fr: 'Écouter' } },
  { code: 'organizing', name: { en: 'Getting things organized', fr: 'Organiser' } },
  { code: 'photography', name: { en: 'Taking photos', fr: 'Prendre des photos' } },
  { code: 'poetry', name: { en: 'Writing poems', fr: 'Écrire des poèmes' } },
  { code: 'sewing', name: { en: 'Sewing and mending', fr: 'Coudre et raccommoder' } },
  { code: 'singing', name: { en: 'Singing', fr: 'Chanter' } },
  { code: 'small-engines', name: { en: 'Fixing small engines', fr: 'Réparer de petits moteurs' } },
  { code: 'storytelling', name: { en: 'Telling stories', fr: 'Raconter des histoires' } },
  { code: 'teaching', name: { en: 'Teaching patiently', fr: 'Enseigner avec patience' } },
] as const satisfies readonly { code: string; name: Bilingual }[]

/** "What matters to me", in a client's words, with the interests it shows. The French fits any gender. */
export const mattersToMe: MattersToMe[] = [
  {
    en: 'I want to hear laughter in my home again.',
    fr: 'Je veux entendre rire dans ma maison de nouveau.',
    interests: ['conversation', 'games'],
  },
  {
    en: 'With my hands in the soil, I feel like myself.',
    fr: 'Les mains dans la terre, je me retrouve.',
    interests: ['gardening', 'nature'],
  },
  {
    en: 'I always sang in the kitchen. I would like to sing with other people.',
    fr: 'J’ai toujours chanté dans ma cuisine. J’aimerais chanter avec d’autres.',
    interests: ['singing', 'music'],
  },
  {
    en: 'My dog gets me out the door. I would like company on the walk.',
    fr: 'Mon chien me fait sortir de la maison. J’aimerais avoir de la compagnie en marchant.',
    interests: ['animals', 'walking'],
  },
  {
    en: 'I fixed tractors for thirty years. I want to be useful again.',
    fr: 'J’ai réparé des tracteurs pendant trente ans. Je veux me rendre utile de nouveau.',
    interests: ['repairing', 'helping-others'],
  },
  {
    en: 'I want to cook the food of my childhood and share it.',
    fr: 'Je veux cuisiner les plats de mon enfance et les partager.',
    interests: ['cooking', 'sharing-meals', 'cultural-traditions'],
  },
  {
    en: 'Speaking French with people my age does me good.',
    fr: 'Parler français avec des gens de mon âge me fait du bien.',
    interests: ['languages', 'conversation', 'reading'],
  },
  {
    en: 'My grandchildren live far away. I want to see their faces.',
    fr: 'Mes petits-enfants vivent loin. Je veux voir leur visage.',
    interests: ['family', 'technology'],
  },
  {
    en: 'Being near the water calms me.',
    fr: 'Être au bord de l’eau me calme.',
    interests: ['fishing', 'nature', 'swimming'],
  },
  {
    en: 'I would like one person I can call on a bad day.',
    fr: 'J’aimerais avoir une personne à appeler les mauvais jours.',
    interests: ['conversation', 'well-being'],
  },
  {
    en: 'I want to open my mail without being afraid of it.',
    fr: 'Je veux ouvrir mon courrier sans en avoir peur.',
    interests: ['practical-matters'],
  },
  {
    en: 'My sister died, and the days are too quiet. I want a reason to set the alarm.',
    fr: 'Ma sœur est morte, et les journées sont trop silencieuses. Je veux une raison de mettre mon réveil.',
    interests: ['conversation', 'crafts', 'well-being'],
  },
  {
    en: 'I want to dance at my niece’s wedding.',
    fr: 'Je veux danser au mariage de ma nièce.',
    interests: ['dance', 'gentle-exercise', 'family'],
  },
  {
    en: 'My faith and my neighbours hold me up.',
    fr: 'Ma foi et mon voisinage me soutiennent.',
    interests: ['spirituality', 'helping-others'],
  },
  {
    en: 'I have stories from back home that nobody here has asked for yet.',
    fr: 'J’ai des histoires de mon pays que personne ici ne m’a encore demandées.',
    interests: ['storytelling', 'history', 'travel'],
  },
  {
    en: 'I want my children to see me make friends here.',
    fr: 'Je veux que mes enfants me voient nouer des amitiés ici.',
    interests: ['children', 'family', 'conversation'],
  },
  {
    en: 'A good book and someone to talk to about it: that is a perfect day.',
    fr: 'Un bon livre et quelqu’un avec qui en parler\u00a0: voilà une journée parfaite.',
    interests: ['reading', 'conversation'],
  },
  {
    en: 'I want to learn the language and the songs of my grandmother.',
    fr: 'Je veux apprendre la langue et les chansons de ma grand-mère.',
    interests: ['languages', 'cultural-traditions', 'singing'],
  },
  {
    en: 'I look after my brother. I need one hour that is mine.',
    fr: 'Je prends soin de mon frère. J’ai besoin d’une heure à moi.',
    interests: ['family', 'well-being', 'gentle-exercise'],
  },
  {
    en: 'Cards bring out the best in me. I play to win.',
    fr: 'Les cartes font ressortir ce que j’ai de meilleur. Je joue pour gagner.',
    interests: ['cards', 'games', 'puzzles'],
  },
  {
    en: 'My brushes have been dry for ten years. I want to paint again.',
    fr: 'Mes pinceaux sont secs depuis dix ans. Je veux peindre de nouveau.',
    interests: ['visual-arts', 'photography'],
  },
  {
    en: 'I want to stay in my own home and know who lives next door.',
    fr: 'Je veux rester chez moi et connaître les gens d’à côté.',
    interests: ['community-causes', 'conversation', 'sharing-meals'],
  },
  {
    en: 'I feel best when my hands are busy with wool or wood.',
    fr: 'Je me sens bien quand mes mains travaillent la laine ou le bois.',
    interests: ['crafts', 'woodworking'],
  },
  {
    en: 'I want to know the birds in my park by their song.',
    fr: 'Je veux reconnaître les oiseaux de mon parc à leur chant.',
    interests: ['birdwatching', 'nature', 'walking'],
  },
]

/** Personal goals, as a client would put them, with the kind of activity that could help. */
export const goals: Goal[] = [
  {
    en: 'Walk to the lake and back twice a week.',
    fr: 'Marcher jusqu’au lac et revenir deux fois par semaine.',
    category: 'physical-activity',
  },
  {
    en: 'Stay on the dance floor for three songs.',
    fr: 'Rester sur la piste de danse pendant trois chansons.',
    category: 'physical-activity',
  },
  {
    en: 'Have coffee with somebody once a week.',
    fr: 'Prendre un café avec quelqu’un une fois par semaine.',
    category: 'social-group',
  },
  {
    en: 'Go out at least three days a week, even in winter.',
    fr: 'Sortir au moins trois jours par semaine, même l’hiver.',
    category: 'social-group',
  },
  {
    en: 'Know the first names of five people on my street.',
    fr: 'Connaître le prénom de cinq personnes de ma rue.',
    category: 'social-group',
  },
  {
    en: 'Play one whole song on the ukulele for my family.',
    fr: 'Jouer une chanson entière au ukulélé pour ma famille.',
    category: 'arts-culture',
  },
  {
    en: 'Finish the blanket I started for my grandson.',
    fr: 'Terminer la couverture que j’ai commencée pour mon petit-fils.',
    category: 'arts-culture',
  },
  {
    en: 'Grow enough tomatoes to give some away.',
    fr: 'Récolter assez de tomates pour en donner.',
    category: 'nature-garden',
  },
  {
    en: 'Cook three meals a week from fresh food.',
    fr: 'Cuisiner trois repas par semaine avec des aliments frais.',
    category: 'food',
  },
  {
    en: 'File my taxes for the last two years.',
    fr: 'Produire mes déclarations de revenus des deux dernières années.',
    category: 'income-legal-housing',
  },
  {
    en: 'Find a home without stairs that I can afford.',
    fr: 'Trouver un logement abordable et sans escalier.',
    category: 'income-legal-housing',
  },
  {
    en: 'Apply for one job I would enjoy.',
    fr: 'Postuler à un emploi qui me plairait.',
    category: 'learning-employment',
  },
  {
    en: 'Fix my own bike from start to finish.',
    fr: 'Réparer mon vélo du début à la fin.',
    category: 'learning-employment',
  },
  {
    en: 'Take one afternoon off from caregiving every two weeks.',
    fr: 'Prendre un après-midi de répit toutes les deux semaines.',
    category: 'caregiving-parenting',
  },
  {
    en: 'Talk about the person I lost without hiding my tears.',
    fr: 'Parler de la personne que j’ai perdue sans cacher mes larmes.',
    category: 'bereavement-peer-support',
  },
  {
    en: 'Give one morning a week to something that matters.',
    fr: 'Donner une matinée par semaine à une cause qui compte.',
    category: 'volunteering',
  },
  {
    en: 'Speak up in a group in my new language.',
    fr: 'Prendre la parole en groupe dans ma nouvelle langue.',
    category: 'cultural',
  },
  {
    en: 'Learn three songs in the language of my grandparents.',
    fr: 'Apprendre trois chansons dans la langue de mes grands-parents.',
    category: 'cultural',
  },
  {
    en: 'Make a video call to my daughter without help.',
    fr: 'Faire un appel vidéo à ma fille sans aide.',
    category: 'digital-inclusion',
  },
]

/** What a prescriber writes to the navigator, with the reasons that go with it. The French fits any gender. */
export const referralNotes: ReferralNote[] = [
  {
    en: 'Moved here in the fall and knows nobody yet. Loves music and asked about a group.',
    fr: 'Vit ici depuis l’automne et ne connaît encore personne. Aime la musique et a demandé s’il y avait un groupe.',
    reasons: ['social-connection'],
  },
  {
    en: 'Comes to the clinic often and says it is the only talk of the week. No new medical concern.',
    fr: 'Vient souvent à la clinique et dit que c’est la seule conversation de sa semaine. Aucun nouveau souci médical.',
    reasons: ['social-connection'],
  },
  {
    en: 'Shy in groups. A calm first visit with someone along would help.',
    fr: 'Les groupes l’intimident. Une première visite calme, avec de l’accompagnement, aiderait.',
    reasons: ['social-connection', 'stress'],
  },
  {
    en: 'Lost a close friend this winter. Says evenings are the hardest.',
    fr: 'A perdu quelqu’un de proche cet hiver. Dit que le soir est le moment le plus difficile.',
    reasons: ['social-connection', 'stress'],
  },
  {
    en: 'Served in the armed forces and misses being part of a team. Enjoys fishing.',
    fr: 'A servi dans les forces armées et s’ennuie de la vie d’équipe. Aime la pêche.',
    reasons: ['veteran-status', 'social-connection'],
  },
  {
    en: 'Just had a baby and has no family nearby. Would like to meet other parents.',
    fr: 'Vient d’avoir un bébé et n’a pas de famille à proximité. Aimerait rencontrer d’autres parents.',
    reasons: ['stress', 'social-connection'],
  },
  {
    en: 'Cares for a parent day and night. Needs a pause more than advice.',
    fr: 'S’occupe d’un parent jour et nuit. A besoin d’une pause plus que de conseils.',
    reasons: ['stress'],
  },
  {
    en: 'Often skips meals at the end of the month. Open to the food box, would rather pick it up.',
    fr: 'Saute souvent des repas à la fin du mois. Accepterait un panier d’aliments et préfère passer le prendre.',
    reasons: ['food-insecurity', 'financial-insecurity'],
  },
  {
    en: 'Has not filed taxes for two years and may be missing benefits.',
    fr: 'N’a pas produit de déclaration de revenus depuis deux ans et se prive peut-être de prestations.',
    reasons: ['financial-insecurity'],
  },
  {
    en: 'Chooses between the pharmacy and the groceries. Please look at drug benefits too.',
    fr: 'Doit choisir entre la pharmacie et l’épicerie. Voir aussi l’aide pour les médicaments.',
    reasons: ['medical-cost-burden', 'food-insecurity'],
  },
  {
    en: 'Got a notice about the rent and is worried. Would like someone to read the letter too.',
    fr: 'A reçu un avis au sujet du loyer et s’inquiète. Aimerait lire la lettre avec quelqu’un.',
    reasons: ['housing-instability'],
  },
  {
    en: 'The apartment is cold and the hydro bill is late. Prefers calls in the afternoon.',
    fr: 'L’appartement est froid et la facture d’électricité est en retard. Préfère les appels en après-midi.',
    reasons: ['inadequate-housing', 'utility-insecurity'],
  },
  {
    en: 'No longer drives and misses the group lunches. Wonderful sense of humour.',
    fr: 'Ne conduit plus et s’ennuie des dîners de groupe. Merveilleux sens de l’humour.',
    reasons: ['transportation-insecurity', 'social-connection'],
  },
  {
    en: 'Wants to see family by video. The tablet is still in its box.',
    fr: 'Veut voir sa famille par vidéo. La tablette est encore dans sa boîte.',
    reasons: ['digital-literacy'],
  },
  {
    en: 'Needs an interpreter for the first call. Taught school for years and likes to help.',
    fr: 'Il faudra une ou un interprète au premier appel. A enseigné pendant des années et aime aider.',
    reasons: ['language-access', 'social-connection'],
  },
  {
    en: 'Out of work since the plant closed. Wants a rhythm to the week and people to talk to.',
    fr: 'Sans emploi depuis la fermeture de l’usine. Aimerait un rythme dans la semaine et des gens à qui parler.',
    reasons: ['employment-status', 'social-connection'],
  },
  {
    en: 'Left school early and would like to read better. Please call instead of writing.',
    fr: 'A quitté l’école tôt et aimerait mieux lire. Appeler plutôt qu’écrire, s’il vous plaît.',
    reasons: ['educational-attainment'],
  },
  {
    en: 'A lifetime of woodwork. Wants to give time, not only receive a service.',
    fr: 'Toute une vie à travailler le bois. Veut donner de son temps, pas seulement recevoir un service.',
    reasons: ['protective-factor'],
  },
]

/** What a navigator writes after a contact, with the result it goes with. The French fits any gender. */
export const contactNotes: ContactNote[] = [
  {
    en: 'Good first call. We talked about music and agreed to meet on Thursday.',
    fr: 'Bon premier appel. Nous avons parlé de musique et convenu de nous rencontrer jeudi.',
    result: 'reached',
  },
  {
    en: 'Prefers mornings. Asked me to call back after a medical appointment.',
    fr: 'Préfère le matin. M’a demandé de rappeler après un rendez-vous médical.',
    result: 'reached',
  },
  {
    en: 'Read the landlord’s letter together and wrote down three questions.',
    fr: 'Nous avons lu ensemble la lettre du propriétaire et noté trois questions.',
    result: 'reached',
  },
  {
    en: 'The bus fare is the obstacle, not the will. Arranged a ride for the first two sessions.',
    fr: 'L’obstacle est le prix de l’autobus, pas l’envie. Transport organisé pour les deux premières séances.',
    result: 'reached',
  },
  {
    en: 'Enjoyed the group and wants to go back. Offered to bring the cookies.',
    fr: 'A aimé le groupe et veut y retourner. A offert d’apporter les biscuits.',
    result: 'reached',
  },
  {
    en: 'A hard week. We agreed on a pause and a call at the start of the month.',
    fr: 'Semaine difficile. Nous avons convenu d’une pause et d’un appel au début du mois.',
    result: 'reached',
  },
  {
    en: 'Worried about walking into a room of strangers. I will be at the door on the first day.',
    fr: 'Craint d’entrer dans une salle où tout le monde se connaît. Je serai à la porte le premier jour.',
    result: 'reached',
  },
  {
    en: 'No to the evening group, yes to one in the daytime. Two ideas sent by mail.',
    fr: 'Non au groupe du soir, oui à un groupe de jour. Deux idées envoyées par la poste.',
    result: 'reached',
  },
  {
    en: 'Wants to volunteer. We talked about the garden and the driving team.',
    fr: 'Souhaite faire du bénévolat. Nous avons parlé du jardin et de l’équipe de transport.',
    result: 'reached',
  },
  {
    en: 'Follow-up questions answered at an easy pace, with a break for tea.',
    fr: 'Questions de suivi remplies sans se presser, avec une pause pour le thé.',
    result: 'reached',
  },
  {
    en: 'Met over tea. Brought photos of the old farm, and we wrote the goal together.',
    fr: 'Rencontre autour d’un thé. A apporté des photos de l’ancienne ferme, et nous avons rédigé l’objectif ensemble.',
    result: 'attended',
  },
  {
    en: 'We walked in together. By the break, the conversation was going without me.',
    fr: 'Arrivée à deux. À la pause, la conversation se poursuivait sans moi.',
    result: 'attended',
  },
  {
    en: 'Left my first name and number only.',
    fr: 'Message laissé avec mon prénom et mon numéro seulement.',
    result: 'left-message',
  },
  {
    en: 'Left a short message as agreed, without naming the program.',
    fr: 'Court message laissé, comme convenu, sans nommer le programme.',
    result: 'left-message',
  },
  {
    en: 'No answer. I will try another time of day.',
    fr: 'Sans réponse. Je réessaierai à un autre moment de la journée.',
    result: 'no-answer',
  },
  {
    en: 'It rang and rang, and there is no voicemail. A letter may work better.',
    fr: 'Longue sonnerie, sans boîte vocale. Une lettre conviendrait peut-être mieux.',
    result: 'no-answer',
  },
  {
    en: 'The number belongs to someone else. Asked the clinic for a current one.',
    fr: 'Ce numéro appartient à quelqu’un d’autre. Numéro à jour demandé à la clinique.',
    result: 'wrong-number',
  },
  {
    en: 'Snow closed the road. New date set for next week.',
    fr: 'La neige a fermé la route. Nouvelle date fixée à la semaine prochaine.',
    result: 'missed',
  },
  {
    en: 'Says this is not the right time, and thanks us. The door stays open.',
    fr: 'Dit que ce n’est pas le bon moment et nous remercie. La porte reste ouverte.',
    result: 'refused',
  },
]

/** Names that go together. */
export interface NamePool {
  /** The official language in which these people are served. */
  language: 'en' | 'fr'
  /** BCP-47 languages they may speak besides. */
  alsoSpeaks: string[]
  given: GivenName[]
  family: string[]
}

/** A given name and what the seed decides with it, so that one person's record agrees with itself. */
export interface GivenName {
  name: string
  /** `null` is not asked or not answered. */
  pronouns: (typeof pronouns)[number]['code'] | null
  /** What the person likes to be called, where it differs. */
  preferred?: string
}

/** A sentence about what matters, and the interests it speaks of. */
export interface MattersToMe extends Bilingual {
  interests: InterestCode[]
}

/** A goal, and the category of activity it leads to. */
export interface Goal extends Bilingual {
  category: ActivityTemplate['category']
}

/** A note on a referral, and the reasons (SDOHCC codes) it speaks of. */
export interface ReferralNote extends Bilingual {
  reasons: (
    | 'digital-literacy'
    | 'educational-attainment'
    | 'employment-status'
    | 'financial-insecurity'
    | 'food-insecurity'
    | 'housing-instability'
    | 'inadequate-housing'
    | 'language-access'
    | 'medical-cost-burden'
    | 'protective-factor'
    | 'social-connection'
    | 'stress'
    | 'transportation-insecurity'
    | 'utility-insecurity'
    | 'veteran-status'
  )[]
}

/** A note on a contact, and the result it can stand beside. */
export interface ContactNote extends Bilingual {
  result: 'reached' | 'no-answer' | 'left-message' | 'wrong-number' | 'refused' | 'attended' | 'missed'
}
