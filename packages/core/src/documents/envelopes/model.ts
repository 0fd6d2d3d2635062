import type { Carrier, Sender } from '../annotation.ts'

/** How messages are announced in one language. */
export interface EnvelopeTable {
  /** How a message travels; the first row that fits counts. */
  readonly carriers: readonly { readonly carrier: Carrier; readonly words: RegExp }[]
  /** Words by which the Chair of the Working Group writes. */
  readonly chair: RegExp
  /** Words by which the President of the Council sends on. */
  readonly president: RegExp
  /** Words that announce a decision to send anything; without them a paragraph is no envelope. */
  readonly decided: RegExp
  /** What stands between the message and whom it is for; the last that fits counts. */
  readonly addressed: readonly RegExp[]
  /** Where the words of the addressee end. */
  readonly until: RegExp
  /** A line that names only whom a message is for: “To the Government of …:”. */
  readonly line: RegExp
  /** Headings over messages, with what they say about carrier and sender. */
  readonly headings: readonly {
    readonly words: RegExp
    readonly carrier: Carrier
    readonly sender: Sender
  }[]
  /** Where a letter begins to list what it asks: “I am entrusted … to:”. */
  readonly entrusted: RegExp
  /** Whom a letter is addressed to, in its title. */
  readonly letterTo: RegExp
}
