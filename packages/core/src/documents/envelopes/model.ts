import type { Carrier, Sender } from '../annotation.ts'

/** How messages are announced in one language. All words are sources of regular expressions. */
export interface EnvelopeTable {
  /** How a message travels; the first row that fits counts. */
  readonly carriers: readonly { readonly carrier: Carrier; readonly words: string }[]
  /** Words by which the Chair of the Working Group writes. */
  readonly chair: string
  /** Words by which the President of the Council sends on. */
  readonly president: string
  /** Words that announce a decision to send anything; without them a paragraph is no envelope. */
  readonly decided: string
  /** What stands between the message and whom it is for; the last that fits counts. */
  readonly addressed: readonly string[]
  /** Where the words of the addressee end. */
  readonly until: string
  /** A line that names only whom a message is for: “To the Government of …:”. */
  readonly line: string
  /** A point that opens a letter of its own: “A letter to the Government of …,”. */
  readonly letterPoint: string
  /** Headings over messages, with what they say about carrier and sender. */
  readonly headings: readonly {
    readonly words: string
    readonly carrier: Carrier
    readonly sender: Sender
  }[]
  /** Where a letter begins to list what it asks: “I am entrusted … to:”. */
  readonly entrusted: string
  /** Whom a letter is addressed to, in its title. */
  readonly letterTo: string
}
