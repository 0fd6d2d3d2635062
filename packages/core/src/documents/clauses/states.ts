import { lettered } from '../lettered.ts'
import type { Paragraph } from '../model.ts'

/** Where a document names the State concerned: in its title, or after “Government of”. */
const NAMED = [
  lettered(
    "(?:armed conflict in|conflits? armés? (?:au|en|aux|à)) (?:the |la )?(?<name>\\p{Lu}[\\p{L}’'-]*(?: (?:of |of the |du |de la )?\\p{Lu}[\\p{L}’'-]*){0,4})",
    'g',
  ),
  lettered(
    "(?:Government of|Gouvernement (?:du|de la|de l[’']|des|de)) ?(?:the )?(?<name>\\p{Lu}[\\p{L}’'-]*(?: \\p{Lu}[\\p{L}’'-]*){0,3})",
    'g',
  ),
]

/** How much of each paragraph is looked through, in UTF-16 units. */
const REACH = 3_000
const MOST = 40

/** Names of States that the document itself shows to be States; longest first. */
export function findStates(paragraphs: readonly Pick<Paragraph, 'text'>[]): string[] {
  const names = new Set<string>()
  for (const { text } of paragraphs) {
    for (const form of NAMED) {
      for (const match of text.slice(0, REACH).matchAll(form)) {
        const name = match.groups?.['name']?.replace(/[’']s?$/u, '')
        if (name !== undefined && names.size < MOST) names.add(name)
      }
    }
  }
  return [...names].toSorted((one, other) => other.length - one.length)
}
