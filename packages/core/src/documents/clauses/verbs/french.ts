import { done, french, irregular, together } from './inflect.ts'
import type { VerbTable } from './model.ts'

const ADVERB =
  'également|aussi|en outre|de nouveau|à nouveau|de plus|vivement|fermement|énergiquement|vigoureusement|instamment|en particulier|par ailleurs|en conséquence'
/** In French the adverb follows the verb. */
const THEN = `(?:,? (?:${ADVERB})(?!\\p{L}),?){0,2}`
const FORCE =
  '(?:(?:sa|son|ses|leur|leurs|une|la|le|de|profonde?|profondes|vive?s?|graves?|sérieuse|grande?|plus|extrême|ferme|pleine?) ){0,4}'
const MANNERS = [
  'gravement',
  'profondément',
  'vivement',
  'sérieusement',
  'particulièrement',
  'extrêmement',
]
const MOODS_OF_CONCERN = [
  'préoccupé',
  'alarmé',
  'inquiet',
  'inquièt',
  'consterné',
  'troublé',
].flatMap((mood) => [mood, `${mood}e`, `${mood}s`, `${mood}es`])
const WORRIED = `(?:(?:${MANNERS.join('|')}) ){0,2}(?:${MOODS_OF_CONCERN.join('|')})`
const worried = (...verbs: string[]): string[] =>
  verbs.map((verb) => `${verb}(?: dite?s?| déclarée?s?)?${THEN} ${WORRIED}`)
const EXPRESS = french('exprimer réaffirmer réitérer')
const NOTE = together(
  french('noter constater observer'),
  irregular(
    'prendre (?:note|acte)',
    'prenant (?:note|acte)',
    'prend (?:note|acte)',
    done('pris (?:note|acte)'),
  ),
)

/** The verbs that open clauses in French, with the classes and strengths of the English table. */
export const FRENCH_VERBS = {
  rows: [
    {
      lemma: 'express_condemn',
      strength: 4,
      forms: EXPRESS,
      tail: `${THEN} ${FORCE}(?:condamnation|indignation)`,
    },
    {
      lemma: 'express_concern',
      strength: 2,
      forms: EXPRESS,
      tail: `${THEN} ${FORCE}(?:préoccupations?|inquiétudes?|regrets?|consternation)`,
    },
    {
      lemma: 'decide',
      strength: 2,
      forms: EXPRESS,
      tail: `${THEN} ${FORCE}(?:intention|volonté|détermination|engagement)`,
    },
    {
      lemma: 'welcome',
      strength: 2,
      forms: EXPRESS,
      tail: `${THEN} ${FORCE}(?:satisfaction|gratitude|reconnaissance|soutien|appui|appréciation)`,
    },
    {
      lemma: 'call',
      strength: 3,
      forms: together(
        french('réitérer renouveler'),
        irregular('lancer', 'lançant', 'lance', done('lancé')),
      ),
      tail: `${THEN} (?:son|leur|un|l[’']) ?appel(?: (?:à|aux?)(?!\\p{L}))?`,
    },
    {
      lemma: 'express_concern',
      strength: 2,
      forms: NOTE,
      leans: true,
      tail: `${THEN} avec ${FORCE}(?:préoccupation|inquiétude|regret|consternation)`,
    },
    {
      lemma: 'welcome',
      strength: 1,
      forms: NOTE,
      leans: true,
      tail: `${THEN} avec ${FORCE}(?:satisfaction|intérêt|reconnaissance)`,
    },
    {
      lemma: 'express_concern',
      strength: 2,
      forms: irregular(
        worried('se déclarer', 'se dire', 'demeurer', 'être'),
        [
          ...worried('se déclarant', 'se disant', 'demeurant', 'étant'),
          ...MANNERS.map((manner) => `${manner} ${WORRIED}`),
          ...MOODS_OF_CONCERN,
        ],
        worried('se déclare', 'se dit', 'demeure', 'est', 'reste'),
        worried("s[’'](?:est|était|étaient)", 'se sont', 'était', 'étaient'),
      ),
      tail: "(?: (?:par|de|du|des|que|face à)(?!\\p{L})| d[’’'])?",
    },
    {
      lemma: 'stress',
      strength: 1,
      forms: together(french('appeler'), french('attirer')),
      tail: `${THEN} l[’']attention(?: (?:sur|de|du|des)(?!\\p{L}))?`,
    },
    { lemma: 'urge', strength: 4, forms: french('exhorter'), tail: THEN },
    {
      lemma: 'urge',
      strength: 4,
      forms: together(
        french('prier demander'),
        irregular('engager', 'engageant', 'engage', done('engagé')),
      ),
      tail: `${THEN} instamment`,
    },
    { lemma: 'demand', strength: 6, forms: french('exiger'), tail: THEN },
    { lemma: 'encourage', strength: 2, forms: french('encourager'), tail: THEN },
    { lemma: 'invite', strength: 1, forms: french('inviter'), tail: THEN },
    { lemma: 'call', strength: 3, forms: french('engager'), tail: THEN },
    {
      lemma: 'call',
      strength: 3,
      forms: french('appeler'),
      tail: `${THEN} (?:à|aux?|de (?:ses|leurs) vœux)(?!\\p{L})`,
    },
    { lemma: 'request', strength: 3, forms: french('prier demander charger'), tail: THEN },
    { lemma: 'recommend', strength: 3, forms: french('recommander suggérer proposer'), tail: THEN },
    {
      lemma: 'express_condemn',
      strength: 4,
      forms: french('condamner dénoncer déplorer'),
      tail: THEN,
    },
    { lemma: 'express_concern', strength: 2, forms: french('regretter'), tail: THEN },
    {
      lemma: 'welcome',
      strength: 2,
      forms: together(
        french('remercier féliciter'),
        irregular('rendre hommage', 'rendant hommage', 'rend hommage', done('rendu hommage')),
      ),
      tail: THEN,
    },
    {
      lemma: 'welcome',
      strength: 1,
      forms: together(
        french('saluer apprécier'),
        irregular('se féliciter', 'se félicitant', 'se félicite(?:nt)?', [
          "s[’']est félicitée?s?",
          'se sont félicitée?s?',
        ]),
        irregular(
          'accueillir',
          'accueillant',
          ['accueille', 'approuve', 'appuie'],
          done('accueilli'),
        ),
      ),
      tail: THEN,
    },
    { lemma: 'recall', strength: 1, forms: french('rappeler'), tail: THEN },
    { lemma: 'note', strength: 1, forms: NOTE, leans: true, tail: THEN },
    {
      lemma: 'decide',
      strength: 3,
      forms: together(
        french('décider autoriser'),
        irregular('décider', 'décidant', 'décide', done('décidé')),
      ),
      tail: THEN,
    },
    {
      lemma: 'stress',
      strength: 1,
      forms: together(
        french('souligner affirmer réaffirmer réitérer insister'),
        irregular(
          'reconnaître',
          'reconnaissant',
          ['reconnaît', 'considère', 'déclare'],
          done('reconnu'),
        ),
        irregular(
          "mettre l[’']accent",
          "mettant l[’']accent",
          "met l[’']accent",
          done("mis l[’']accent"),
        ),
        irregular(
          'mettre en relief',
          'mettant en (?:relief|avant|évidence)',
          'met en (?:relief|avant|évidence)',
          done('mis en (?:relief|avant|évidence)'),
        ),
      ),
      tail: THEN,
    },
  ],
  adverbs: ADVERB,
  clitics: "(?:(?:le|la|les|vous) |l[’'])?",
  leadIns:
    'à cet égard|à ce propos|dans ce contexte|à cette fin|à cet effet|en outre|par ailleurs|de plus|enfin|en particulier|en conséquence|de surcroît',
  joins: 'et|ainsi que|mais',
  subjects:
    "(?:les membres du |le |la |l[’'])(?:groupe de travail|conseil de sécurité|conseil|assemblée générale|assemblée)|(?:les |ses )?membres|ils|elles|plusieurs membres|il(?= a été )",
  complement:
    "^ (?:les?|la|l[’']|que|qu[’']|ses?|sa|son|leurs?|une?|des?|du|d[’']|tous|toutes|toute|tout|ces?|cette|cet|aux?|à|par|avec|en|chaque|\\p{Lu}\\p{L}*)(?!\\p{L})",
  completes: " (?:à|de|d[’']|que|qu[’']) ?",
} as const satisfies VerbTable
