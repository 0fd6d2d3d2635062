import type { AlternativeReason, LetterChoices } from '@vigil/core/letters'

/** Leaves a point out, with all that stands below it, or puts it back in. */
export function withPoint(choices: LetterChoices, eid: string, isIn: boolean): LetterChoices {
  const others = choices.leftOut.filter((left) => left !== eid)
  return { ...choices, leftOut: isIn ? others : [...others, eid] }
}

/** Takes another wording of a block; null goes back to that of the draft. */
export function withWording(
  choices: LetterChoices,
  block: string,
  reason: AlternativeReason | null,
): LetterChoices {
  const others = choices.accepted.filter((accepted) => accepted.block !== block)
  return { ...choices, accepted: reason === null ? others : [...others, { block, reason }] }
}

/** Puts a person's own words for a block; null or nothing goes back to those of the draft. */
export function withWords(
  choices: LetterChoices,
  block: string,
  text: string | null,
): LetterChoices {
  const others = choices.edits.filter((edit) => edit.block !== block)
  const words = text?.trim() ?? ''
  return { ...choices, edits: words === '' ? others : [...others, { block, text: words }] }
}

/** Whether a point does not go in because one above it is left out. */
export function isBelowLeftOut({ leftOut }: LetterChoices, eid: string): boolean {
  return leftOut.some((left) => eid.startsWith(`${left}__`))
}
