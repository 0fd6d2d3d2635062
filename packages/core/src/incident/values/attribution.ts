import { z } from 'zod'
import { Id } from './id.ts'

const Parties = z.array(Id).max(20)

/**
 * Who is held responsible (mrm.md 4.1): exactly one row for each counted unit (R-ATT-1). `alleged` are
 * the parties that somebody named for an act of nobody identified: restricted, never printed (R-ATT-2).
 */
export const Attribution = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('party'), party: Id }),
  z.strictObject({ kind: z.literal('joint'), parties: Parties.min(2).readonly() }),
  z.strictObject({ kind: z.literal('crossfire'), parties: Parties.readonly() }),
  z.strictObject({ kind: z.literal('unidentified'), alleged: Parties.readonly() }),
])
export type Attribution = Readonly<z.infer<typeof Attribution>>

/** Everybody whom an attribution names, those too whom it names as alleged. */
export function partiesOf(attribution: Attribution): readonly Id[] {
  switch (attribution.kind) {
    case 'party':
      return [attribution.party]
    case 'joint':
    case 'crossfire':
      return attribution.parties
    case 'unidentified':
      return attribution.alleged
  }
}
