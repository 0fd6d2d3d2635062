import type { CheckRow, LetterCheck, WordChange } from '@vigil/core/letters'
import type { Context } from '../frame/context.ts'
import { beside, wrap } from '../text/wrap.ts'

/**
 * What a letter is compared with: the draft it carries itself (`carried`: its own word only), the
 * same one drafted again from the conclusions (`proved`), or a draft from the conclusions that the
 * letter does not carry (`drafted`).
 */
export type Basis = 'carried' | 'proved' | 'drafted'

/** How changed words are told apart without colour. */
const MARKS = {
  same: ['', ''],
  removed: ['[-', '-]'],
  added: ['{+', '+}'],
  filled: ['{=', '=}'],
} as const satisfies Record<WordChange['change'], readonly [string, string]>

const LEGEND = {
  opening: MARKS.added[0],
  closing: MARKS.added[1],
  filledOpening: MARKS.filled[0],
  filledClosing: MARKS.filled[1],
}

/** A comparison for people: the outcome, each paragraph with what became of it, the blanks. */
export function showCheck(
  check: LetterCheck,
  basis: Basis,
  { context, columns }: { context: Context; columns: number },
): string[] {
  const { same, counts, rows, filled, unfilled } = check
  const marked = rows.some(({ words }) => words.some(({ change }) => change !== 'same'))
  return [
    context.say(same ? 'letter.check.same' : 'letter.check.differs', counts),
    ...wrap(context.say(`letter.check.basis.${basis}`), columns),
    '',
    ...rows.flatMap((row) => showRow(row, { context, columns })),
    '',
    ...(marked ? [context.say('letter.check.marks', LEGEND)] : []),
    ...filled.map(({ fact, text }) => context.say('letter.check.filled', { fact, text })),
    ...unfilled.map((fact) => context.say('letter.check.unfilled', { fact })),
  ]
}

const STATE_WIDTH = 11
const LABEL_WIDTH = 18

function showRow(
  row: CheckRow,
  { context, columns }: { context: Context; columns: number },
): string[] {
  const { state, moved, marker } = row
  const word = context.say(`letter.check.state.${state}`) + (moved && state !== 'moved' ? ' *' : '')
  const label = `${word.padEnd(STATE_WIDTH)}${marker ?? ''}`
  const lines = beside(label, textOf(row.words), { indent: LABEL_WIDTH, columns })
  // Of what is as it was, one line is enough to know it by.
  const [first = '', second] = lines
  return row.words.every(({ change }) => change === 'same') && second ? [`${first} …`] : lines
}

/** The words of both texts in order, what changed between marks. */
function textOf(words: readonly WordChange[]): string {
  return words
    .map(({ change, text }) => `${MARKS[change][0]}${text}${MARKS[change][1]}`)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
}
