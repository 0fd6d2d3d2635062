import { namesIn, type NameContext } from './asked/index.ts'
import { lettered } from '../lettered.ts'
import { onDemand } from '../on-demand.ts'
import type { ClauseLanguage } from './languages.ts'

/** Longest name of who is to do the work, in UTF-16 units. */
const LONGEST = 160

/** Words behind which stands who is to do the work, where somebody else is asked. */
const SOURCES = {
  en: [
    '(?<!\\p{L})ensure that (?<who>(?:the |all |its |his )?[^,;]{3,160}?) (?:continues?|prioriti[sz]es?|takes?|is|are|be|has|have|gives?|provides?|submits?)(?!\\p{L})',
    '(?<!\\p{L})(?:work|working|coordinate|cooperate|collaborate|consult)(?: closely)? with (?<who>(?:the |all )?[^,;]{3,160}?)(?= to | in | on | for |[,;]|$)',
    '(?<!\\p{L})(?:through|with the (?:support|assistance|help) of) (?<who>(?:his|her|its|the) (?:[^,;]{0,60}(?:representative|envoy|mission|task force|country team|nations|fund|office)[^,;]{0,60}?))(?= to |[,;]|$)',
    '(?<!\\p{L})for (?<who>the [^,;]{0,80}(?:defence|security|armed) (?:and \\p{L}+ )?forces)',
  ],
  fr: [
    "(?<!\\p{L})(?:veiller à ce que|faire en sorte que|s[’']assurer que) (?<who>(?:les? |la |l[’']|tous |toutes )?[^,;]{3,160}?) (?:continuent?|poursuiv\\p{L}+|accord\\p{L}+|prenn?\\p{L}+|soi(?:t|ent)|ait|aient|fass\\p{L}+)(?!\\p{L})",
    "(?<!\\p{L})(?:en (?:coopération|collaboration|coordination|concertation)(?: étroite)? avec|avec (?:l[’']appui|l[’']aide|le concours|le soutien) (?:de|du|des)) (?<who>[^,;]{3,160}?)(?= à | en | pour |[,;]|$)",
  ],
} as const

const rulesOf = onDemand((language: ClauseLanguage) =>
  SOURCES[language].map((rule) => lettered(rule, 'gi')),
)

/** The words for who is to do the work, in the order of the text; only words that name somebody. */
export function findImplementers(
  text: string,
  language: ClauseLanguage,
  names: NameContext,
): string[] {
  const found = rulesOf(language).flatMap((rule) =>
    [...text.matchAll(rule)].map((match) => ({
      at: match.index,
      words: match.groups?.['who'] ?? '',
    })),
  )
  const words = found.toSorted((one, other) => one.at - other.at).map((one) => one.words.trim())
  return [...new Set(words)].filter(
    (one) => one.length <= LONGEST && namesIn(one, language, names).codes.length > 0,
  )
}
