import type { VerbClass } from '../codes.ts'
import { lettered } from '../lettered.ts'
import { onDemand } from '../on-demand.ts'
import type { ClauseContext } from './context.ts'
import type { ClauseLanguage } from './languages.ts'

/** What opens a listed thing to be done: “To ensure”, “Providing”, “Fully fund”. */
const OPENINGS = {
  en: '^(?:(?:to )?(?:\\p{L}+ly )?\\p{L}+)(?!\\p{L})',
  fr: "^(?:(?:à |de |d[’'])?\\p{L}+(?: \\p{L}+ment)?)(?!\\p{L})",
} as const

const openingOf = onDemand((language: ClauseLanguage) => lettered(OPENINGS[language], 'i'))

const FUNDING = lettered(
  '^(?:to )?(?:\\p{L}+ly )?(?:fund|finance|resource)(?!\\p{L})|^(?:à |de )?financer',
  'i',
)

/** A listed thing that has no verb of asking of its own. */
export interface Item {
  readonly verb: string
  readonly lemma: VerbClass
  readonly strength: number
}

/**
 * A point without a verb of asking is an item where the paragraph above asks or decides (“in the following:”),
 * or a recommendation where the message is one; undefined elsewhere.
 */
export function findItem(text: string, context: ClauseContext): Item | undefined {
  const verb = openingOf(context.form.language).exec(text)?.[0]
  if (verb === undefined || !isListed(context)) return undefined
  if (FUNDING.test(text)) return { verb, lemma: 'fund', strength: 2 }
  if (context.above === null) return { verb, lemma: 'recommend', strength: 3 }
  return { verb, lemma: 'item', strength: 2 }
}

function isListed({ above, envelope }: ClauseContext): boolean {
  if (above === null) return envelope?.carrier === 'recommendation'
  return above.kind === 'directive' || above.lemma === 'decide'
}
