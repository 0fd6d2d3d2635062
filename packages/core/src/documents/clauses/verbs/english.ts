import { english, irregular, together } from './inflect.ts'
import type { VerbTable } from './model.ts'

/** What may stand between “expressing” and the noun that carries the meaning. */
const FORCE =
  '(?:,? (?:accordingly|also|further|once again|in this regard),?)? (?:(?:its|their|our|the|deep|deepest|grave|serious|strong|strongest|utmost|profound|great|full|particular|continued|sincere|firm|unequivocal|extreme|increasing|growing) ){0,4}'
const MANNER =
  '(?:(?:deeply|gravely|seriously|particularly|profoundly|extremely|especially|equally|increasingly) ){0,2}'
const ABOUT = '(?: (?:at|about|over|by|regarding|that|for|with|to|of)(?!\\p{L}))?'
const MOODS_OF_CONCERN = [
  'concerned',
  'alarmed',
  'disturbed',
  'dismayed',
  'appalled',
  'troubled',
  'outraged',
]
const WORRIED = `(?:however,? )?${MANNER}(?:${MOODS_OF_CONCERN.join('|')})`
const NOTE = together(
  english('note'),
  irregular('take note', 'taking note', 'takes note', 'took note'),
)
const EXPRESS = english('express reiterate reaffirm voice convey indicate')

/**
 * The verbs that open clauses in English. Classes and strengths are those of codes.json; verbs it
 * does not list stand with the class whose meaning they share.
 */
export const ENGLISH_VERBS = {
  rows: [
    {
      lemma: 'express_condemn',
      strength: 4,
      forms: EXPRESS,
      tail: `${FORCE}(?:concern|alarm|regret)(?: (?:at|about|over))?,? and${FORCE}condemnation of,?`,
    },
    {
      lemma: 'express_condemn',
      strength: 4,
      forms: EXPRESS,
      tail: `${FORCE}(?:condemnation|outrage|indignation)${ABOUT}`,
    },
    {
      lemma: 'express_concern',
      strength: 2,
      forms: EXPRESS,
      tail: `${FORCE}(?:concerns?|alarm|dismay|regret|disappointment|sadness|sorrow|condolences)${ABOUT}`,
    },
    {
      lemma: 'decide',
      strength: 2,
      forms: EXPRESS,
      tail: `${FORCE}(?:intention|readiness|willingness|determination|commitment|resolve|decision)${ABOUT}`,
    },
    {
      lemma: 'welcome',
      strength: 2,
      forms: EXPRESS,
      tail: `${FORCE}(?:appreciation|gratitude|satisfaction|support|thanks|hope|solidarity|confidence)${ABOUT}`,
    },
    {
      lemma: 'call',
      strength: 3,
      forms: english('reiterate reaffirm renew repeat echo'),
      tail: ' (?:its|their|the) (?:(?:previous|earlier|strong|urgent) )?calls?(?: (?:on|upon|for|to)(?!\\p{L}))?',
    },
    {
      lemma: 'request',
      strength: 3,
      forms: english('reiterate renew'),
      tail: ' (?:its|their|the) (?:(?:previous|earlier) )?requests?(?: (?:to|that)(?!\\p{L}))?',
    },
    {
      lemma: 'demand',
      strength: 6,
      forms: english('reiterate renew'),
      tail: ' (?:its|their|the) (?:(?:previous|earlier) )?demands?(?: (?:that|to)(?!\\p{L}))?',
    },
    {
      lemma: 'express_concern',
      strength: 2,
      forms: NOTE,
      leans: true,
      tail: `(?: also| further)? with${FORCE}(?:concern|alarm|regret|dismay)`,
    },
    {
      lemma: 'welcome',
      strength: 1,
      forms: NOTE,
      leans: true,
      tail: `(?: also| further)? with${FORCE}(?:appreciation|satisfaction|gratitude)`,
    },
    {
      lemma: 'express_concern',
      strength: 2,
      forms: irregular(
        [`be ${WORRIED}`, `remain ${WORRIED}`],
        [`remaining ${WORRIED}`, `being ${WORRIED}`, ...MOODS_OF_CONCERN],
        [`is ${WORRIED}`, `remains ${WORRIED}`],
        [`was ${WORRIED}`, `were ${WORRIED}`, `remained ${WORRIED}`],
      ),
      tail: '(?: (?:at|about|over|by|that)(?!\\p{L}))',
    },
    {
      lemma: 'stress',
      strength: 1,
      forms: together(english('call'), irregular('draw', 'drawing', 'draws', 'drew')),
      tail: ' (?:the )?attention(?: (?:to|of)(?!\\p{L}))?',
    },
    { lemma: 'call', strength: 3, forms: english('call'), tail: ' (?:upon|on|for)(?!\\p{L})' },
    { lemma: 'appeal', strength: 2, forms: english('appeal'), tail: '(?= (?:to|for)(?!\\p{L}))' },
    { lemma: 'urge', strength: 4, forms: english('urge exhort') },
    { lemma: 'demand', strength: 6, forms: english('demand insist') },
    {
      lemma: 'request',
      strength: 3,
      forms: together(
        english('request ask instruct'),
        irregular('direct', 'directing', ['directs', 'mandates', 'tasks'], 'directed'),
      ),
    },
    { lemma: 'recommend', strength: 3, forms: english('recommend suggest propose') },
    { lemma: 'encourage', strength: 2, forms: english('encourage') },
    { lemma: 'invite', strength: 1, forms: english('invite') },
    { lemma: 'express_condemn', strength: 4, forms: english('condemn denounce deplore') },
    {
      lemma: 'express_concern',
      strength: 2,
      forms: irregular('regret', 'regretting', 'regrets', 'regretted'),
    },
    {
      lemma: 'welcome',
      strength: 2,
      forms: together(
        english('commend praise applaud thank congratulate'),
        irregular('pay tribute to', 'paying tribute to', 'pays tribute to', 'paid tribute to'),
      ),
    },
    {
      lemma: 'welcome',
      strength: 1,
      forms: together(
        english('welcome appreciate'),
        irregular(
          'look forward to',
          'looking forward to',
          ['looks forward to', 'endorses', 'supports'],
          'looked forward to',
        ),
      ),
    },
    { lemma: 'recall', strength: 1, forms: english('recall remind') },
    {
      lemma: 'note',
      strength: 1,
      leans: true,
      forms: together(
        irregular('take note of', 'taking note of', 'takes note of', 'took note of'),
        english('note observe'),
        irregular('bear in mind', 'bearing in mind', 'bears in mind', 'bore in mind'),
      ),
    },
    {
      lemma: 'decide',
      strength: 3,
      forms: together(
        english('decide authorize authorise'),
        irregular(
          'resolve',
          'resolving',
          ['determines', 'resolves', 'undertakes', 'adopts', 'approves', 'establishes', 'extends'],
          'resolved',
        ),
      ),
    },
    {
      lemma: 'stress',
      strength: 1,
      forms: together(
        english(
          'stress underscore emphasize emphasise affirm reaffirm recognize recognise highlight reiterate underline acknowledge',
        ),
        english('confirm clarify'),
        irregular(
          'be convinced',
          ['remaining convinced', 'convinced'],
          ['is (?:\\p{L}+ )?convinced', 'remains (?:\\p{L}+ )?convinced', 'declares', 'considers'],
          'echoed',
        ),
      ),
    },
  ],
  adverbs:
    'also|further|again|once again|once more|strongly|urgently|firmly|particularly|especially|likewise|equally|deeply|gravely|seriously|profoundly|extremely|increasingly|unequivocally|vigorously|however|while',
  clitics: '',
  leadIns:
    'in (?:this|that|the same) (?:regard|respect|context|connection)|in addition|to (?:this|that) end|for (?:this|that) purpose|therefore|moreover|finally|furthermore|additionally|accordingly|in particular',
  joins: 'and|as well as|but',
  subjects:
    '(?:the )?(?:members of )?the (?:security council working group|working group|security council|council|general assembly|assembly)(?: members)?|(?:the |its |council )?members|they|several members|delegations|it(?= was (?:\\p{L}+ ){0,2}?\\p{L}+ed(?!\\p{L}))',
  complement:
    '^ (?:the|all|that|its|their|his|an?|any|each|every|those|these|this|such|both|in|with|to|on|upon|for|once|relevant|concerned|further|continued|increased|greater|full|parties|donors|you|them|it|\\p{Lu}\\p{L}*)(?!\\p{L})',
  completes: ' (?:to|that|upon|for) ',
} as const satisfies VerbTable
