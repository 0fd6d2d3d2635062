import type { AddresseeCode } from '../../codes.ts'
import type { ClauseLanguage } from '../languages.ts'

/** How one kind of addressee is named. `words` is the source of a regular expression. */
interface ActorRow {
  readonly code: AddresseeCode
  readonly words: string
}

/** How those who are asked are named in one language. All strings are sources of expressions. */
export interface ActorTable {
  readonly language: ClauseLanguage
  /** Rows that come first win; the word must stand where a name may begin. */
  readonly rows: readonly ActorRow[]
  /** Pronouns for whom the message is addressed to. */
  readonly pronouns: string
  /** Words before a name that do not tell who it is (all relevant). */
  readonly determiners: string
  /** What joins two names. */
  readonly joins: string
  /** What may stand between the verb and the name (, in this regard,). */
  readonly asides: string
  /** What joins an ask to a sentence (that). */
  readonly that: string
  /** Where the name of a place is added (of Mali). */
  readonly places: string
  /** Small words inside names (of the). */
  readonly particles: string
  /** Nouns that tell an institution from a party. */
  readonly institutions: string
  /** Nouns that tell a party. */
  readonly parties: string
  /** A pronoun in front of the verb (le priant), where the language has it there. */
  readonly clitic: string
  /** The word before who acts. */
  readonly by: string
  /** What names who acts in “calling for action by …”; the words before it that speak of the past. */
  readonly agent: string
  /** Things that are done, so that “encouraging efforts” names nobody. */
  readonly deeds: string
  /** Things only the parties can do, so that who is meant need not be said. */
  readonly halts: string
}
