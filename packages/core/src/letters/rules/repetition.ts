import type { Grammar, Head, Repeat } from '../languages/grammar.ts'

const REPEATS = ['first', 'second', 'third'] as const satisfies Repeat[]

/**
 * R4: "Also" and "Further" depend on what stands in front. A verb that stands bare opens a chain;
 * points that follow with the same verb and a mark of repetition belong to it. Where an earlier
 * point of the chain is left out the marks are set anew: bare, "Also", "Further". Other points keep
 * their words. Answers the heads to use, in order; null for what has no head or is left out.
 */
export function countRepeats(
  points: readonly { readonly text: string; readonly leftOut: boolean }[],
  grammar: Grammar,
): (Head | null)[] {
  const chains = new Map<string, { kept: number; broken: boolean }>()
  return points.map(({ text, leftOut }) => {
    const head = grammar.splitHead(text)
    if (head === null) return null
    const known = head.repeat === 'first' ? undefined : chains.get(head.verb)
    const chain = known ?? { kept: 0, broken: false }
    chains.set(head.verb, chain)
    if (leftOut) {
      chain.broken = true
      return null
    }
    chain.kept += 1
    return chain.broken ? { ...head, repeat: REPEATS[chain.kept - 1] ?? 'third' } : head
  })
}
