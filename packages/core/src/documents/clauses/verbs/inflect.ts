import type { VerbForms } from './model.ts'

/** Regular English verbs, given with blanks between: `welcome commend` in all four moods. */
export function english(verbs: string): VerbForms {
  const list = verbs.split(' ')
  return {
    participle: either(list.map((verb) => `${verb.replace(/e$/u, '')}ing`)),
    finite: either([...list.map(thirdPerson), `continues to ${either(list)}`]),
    bare: either(list),
    past: either(list.map((verb) => `${verb.replace(/e$/u, '')}ed`)),
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
  return {
    participle: either(soft.map((stem) => `${stem}ant`)),
    finite: either(
      stems.map((stem) => `${stem.replace(/ppel$/u, 'ppell').replace(/ér$/u, 'èr')}e(?:nt)?`),
    ),
    bare: either(stems.map((stem) => `${stem}er`)),
    past: either([
      ...stems.map((stem) => `(?:a|ont|avait|avaient) (?:\\p{L}+ ){0,2}${stem}é`),
      ...soft.map((stem) => `${stem}ai(?:t|ent)`),
    ]),
  }
}

/** Several sources as one, so that one row may hold regular and irregular verbs. */
export function together(...all: readonly VerbForms[]): VerbForms {
  return {
    participle: either(all.map((forms) => forms.participle)),
    finite: either(all.map((forms) => forms.finite)),
    bare: either(all.map((forms) => forms.bare)),
    past: either(all.map((forms) => forms.past)),
  }
}

/** A verb that goes its own way: bare, participle, finite and past. */
export function irregular(
  ...[bare, participle, finite, past]: [string, string, string, string]
): VerbForms {
  return { bare, participle, finite, past }
}

function either(sources: readonly string[]): string {
  return `(?:${sources.join('|')})`
}
