import { words } from './blocks.ts'
import type { LetterFacts } from './facts.ts'
import type { Run } from './model.ts'

const CAPITALS = /(?<!\p{L})\p{Lu}[\p{Lu}’'-]+(?!\p{L})/u
const LAST = /(?<!\p{L})(?:(?:\p{Ll}[\p{Ll}’']* )*|(?:\p{Ll}+[’'])?)\p{L}[\p{L}’'-]*$/u

/**
 * A signatory's name with the surname in bold, as letters print it: the surname that is given, else
 * the part in capitals (BAN Ki-moon), else the last word with its particles (Nicolas de Rivière).
 * Null where no name is given.
 */
export function nameRuns(signatory: LetterFacts['chair']): Run[] | null {
  const name = signatory?.name
  if (!name) return null
  const surname = findSurname(name, signatory.surname)
  const at = surname === null ? -1 : name.lastIndexOf(surname)
  if (surname === null || at < 0) return [words(name)]
  const pieces = [
    words(name.slice(0, at)),
    { ...words(surname), strong: true },
    words(name.slice(at + surname.length)),
  ]
  return pieces.filter(({ text }) => text !== '')
}

function findSurname(name: string, given: string | null | undefined): string | null {
  if (given) return given
  return CAPITALS.exec(name)?.[0] ?? LAST.exec(name)?.[0] ?? null
}
