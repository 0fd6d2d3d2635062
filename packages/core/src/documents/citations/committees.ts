import { lettered } from '../lettered.ts'
const NAMED = String.raw`(?:committee|comité|комитет[аеу]?)(?!\p{L})`
const ASIDE = String.raw`(?: \([^)]{1,12}\))?(?: of the security council| du conseil de sécurité)?(?:,? in particular that)?`
const FOUNDED = String.raw`(?:(?:established |set up |created )?(?:pursuant to|by|under)|faisant suite|(?:créée?s?|institués?|établis?) (?:par|en application|conformément|en vertu|à la suite)|учрежденн\p{L}{1,4})`
const ARTICLES = String.raw`(?:(?:the|security|council|la|les|des?|du|conseil|sécurité|aux?|à) ){0,5}`
const PURSUANT = lettered(`${NAMED}${ASIDE} ${FOUNDED} ${ARTICLES}$`, 'i')
const REACH = 160

/**
 * Whether the resolutions cited from `at` on are cited to name one committee
 * (`the Committee pursuant to resolutions 1267 (1999), …`). Where several committees are named by
 * one list, nothing tells which resolutions belong together.
 */
export function namesCommittee(text: string, at: number): boolean {
  return PURSUANT.test(text.slice(Math.max(0, at - REACH), at))
}

const SHORT_NAME =
  /(?<![\p{L}\d/.,])(?:(\d{3,4})(?: \(\d{4}\))?|(\d{3,4}(?:\/\d{3,4}){1,3})(?: (?!committee)[\p{L}’'()-]{1,12}){0,5}) (?:sanctions )?committees?(?!\p{L})/giu
const SHORT_NAME_AFTER =
  /(?<!\p{L})comité (?:des sanctions )?(\d{3,4}(?:\/\d{3,4}){0,3})(?![\d/])/giu

/** The years in which numbers with four digits are rather years: `2015 Committee meetings`. */
const YEARS = { from: 1945, to: 2100 } as const

/** A committee by its short name: `1267/1989/2253 Committee`, `Comité 1267`. */
export interface ShortName {
  readonly name: string
  readonly numbers: readonly { readonly at: number; readonly words: string }[]
}

/** Every committee that `text` names by the numbers of its resolutions. */
export function findShortNames(text: string): ShortName[] {
  return [...text.matchAll(SHORT_NAME), ...text.matchAll(SHORT_NAME_AFTER)].flatMap((found) => {
    const name = found[1] ?? found[2] ?? ''
    if (isYear(name)) return []
    const start = found.index + found[0].indexOf(name)
    const numbers = [...name.matchAll(/\d+/gu)].map((number) => ({
      at: start + number.index,
      words: number[0],
    }))
    return [{ name, numbers }]
  })
}

function isYear(name: string): boolean {
  const number = Number(name)
  return number >= YEARS.from && number <= YEARS.to
}
