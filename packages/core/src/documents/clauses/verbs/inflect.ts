import { MOODS, type VerbForms } from './model.ts'

/** Regular English verbs, given with blanks between: `welcome commend` in all four moods. */
export function english(verbs: string): VerbForms {
  const list = verbs.split(' ')
  return {
    participle: list.map((verb) => `${verb.replace(/e$/u, '')}ing`),
    finite: [...list.map(thirdPerson), ...list.map((verb) => `continues to ${verb}`)],
    bare: list,
    past: list.flatMap((verb) => {
      const past = `${verb.replace(/e$/u, '')}ed`
      return [past, `was (?:\\p{L}+ ){0,2}?${past}`]
    }),
  }
}

function thirdPerson(verb: string): string {
  if (/(?:s|x|ch|sh)$/u.test(verb)) return `${verb}es`
  return /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`
}

/** French verbs in -er, given with blanks between; also with the auxiliary in the past. */
export function french(verbs: string): VerbForms {
  const stems = verbs.split(' ').map((verb) => verb.replace(/er$/u, ''))
  const soft = stems.map((stem) => stem.replace(/g$/u, 'ge'))
  const present = stems.map((stem) => stem.replace(/ppel$/u, 'ppell').replace(/ér$/u, 'èr'))
  const auxiliaries = ['a', 'ont', 'avait', 'avaient']
  return {
    participle: soft.map((stem) => `${stem}ant`),
    finite: present.flatMap((stem) => [`${stem}e`, `${stem}ent`]),
    bare: stems.map((stem) => `${stem}er`),
    past: [
      ...auxiliaries.flatMap((have) => stems.map((stem) => `${have} (?:\\p{L}+ ){0,2}${stem}é`)),
      ...soft.flatMap((stem) => [`${stem}ait`, `${stem}aient`]),
    ],
  }
}

/** Several verbs as one, so that one row may hold regular and irregular ones. */
export function together(...all: readonly VerbForms[]): VerbForms {
  const [participle, finite, bare, past] = MOODS.map((mood) => all.flatMap((forms) => forms[mood]))
  return { participle, finite, bare, past } as VerbForms
}

/** One phrase, or several that mean the same. */
type Phrases = string | readonly string[]

/** A verb that goes its own way: bare, participle, finite and past. */
export function irregular(
  ...[bare, participle, finite, past]: [Phrases, Phrases, Phrases, Phrases]
): VerbForms {
  return {
    bare: [bare].flat(),
    participle: [participle].flat(),
    finite: [finite].flat(),
    past: [past].flat(),
  }
}

/** The past of a French verb with its auxiliary: `a noté`, `ont noté`. */
export function done(participle: string): string[] {
  return [`a ${participle}`, `ont ${participle}`]
}
