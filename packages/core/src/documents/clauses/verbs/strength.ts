import type { VerbClass } from '../../codes.ts'
import { lettered } from '../../lettered.ts'
import { onDemand } from '../../on-demand.ts'
import type { VerbRow } from './model.ts'

const LOWEST = 1
const HIGHEST = 6

/**
 * Words beside a verb that change its strength (codes.json): “strongly” adds one to an ask or a
 * condemnation; concern that is grave, deep or serious counts three.
 */
const WORDS = [
  {
    lemmas: ['express_condemn', 'urge', 'encourage', 'call', 'request', 'recommend', 'appeal'],
    words:
      '(?<!\\p{L})(?:strongly|firmly|vigorously|unequivocally|vivement|fermement|énergiquement|vigoureusement)(?!\\p{L})',
    change: (strength: number) => strength + 1,
  },
  {
    lemmas: ['express_concern'],
    words:
      '(?<!\\p{L})(?:deep|deepest|deeply|grave|gravely|serious|seriously|profound|profoundly|strong|utmost|extreme|extremely|alarm|alarmed|appalled|profonde?|profondément|vive|vivement|graves?|gravement|sérieuse|sérieusement|alarmée?s?|extrême|extrêmement)(?!\\p{L})',
    change: () => 3,
  },
] as const satisfies { lemmas: VerbClass[]; words: string; change: (strength: number) => number }[]

const wordsOf = onDemand((words: string) => lettered(words, 'i'))

/** The strength of each class by itself (codes.json): what its plainest verb has. */
const OF_CLASS = {
  express_concern: 2,
  express_condemn: 4,
  welcome: 1,
  note: 1,
  recall: 1,
  stress: 1,
  decide: 3,
  invite: 1,
  encourage: 2,
  appeal: 2,
  item: 2,
  fund: 2,
  call: 3,
  request: 3,
  recommend: 3,
  urge: 4,
  demand: 6,
} as const satisfies Record<VerbClass, number>

/** The strength of a clause whose class a person set, by the words that stand beside its verb. */
export function strengthInClass(lemma: VerbClass | null, verb: string | null): number {
  if (lemma === null) return LOWEST
  return strengthOf({ lemma, strength: OF_CLASS[lemma] }, verb ?? '')
}

/** The strength of a verb as written: that of its row, changed by the words beside it. */
export function strengthOf(row: Pick<VerbRow, 'lemma' | 'strength'>, verb: string): number {
  const changed = WORDS.reduce((strength, rule) => {
    const lemmas: readonly VerbClass[] = rule.lemmas
    return lemmas.includes(row.lemma) && wordsOf(rule.words).test(verb)
      ? rule.change(strength)
      : strength
  }, row.strength)
  return Math.min(changed, HIGHEST)
}
