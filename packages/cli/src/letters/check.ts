import { checkLetter, type Draft } from '@vigil/core/letters'
import type { LetterBasis } from '@vigil/server/letters/basis.ts'
import { readReturned, type Returned } from '@vigil/server/letters/check/returned.ts'
import { readInput } from '../documents/input.ts'
import { sayProblem } from '../documents/problem.ts'
import type { Context } from '../frame/context.ts'
import { missingOption } from '../frame/usage.ts'
import { terminalColumns } from '../text/wrap.ts'
import { draftFrom, readConclusions, type Wanted } from './conclusions.ts'
import { readFacts } from './facts.ts'
import { choicesOf, type MessageFlags } from './options.ts'
import { type Basis, showCheck } from './show-check.ts'

export interface CheckFlags extends MessageFlags {
  readonly conclusions?: string
  readonly json?: boolean
}

/** What a letter is compared with, and how far that can be trusted. */
interface Compared {
  readonly basis: Basis
  readonly draft: Draft
}

/** Compares a letter that came back with its draft, and shows every paragraph with what became of it. */
export async function checkReturned(
  path: string,
  flags: CheckFlags,
  context: Context,
): Promise<void> {
  checkFlags(path, flags, context)
  const returned = await readLetter(path, context)
  const compared =
    flags.conclusions === undefined
      ? { basis: 'carried' as const, draft: getCarried(path, returned, context).draft }
      : await draftAgain(flags.conclusions, { flags, carried: returned.basis }, context)
  const check = checkLetter(returned.paragraphs, compared.draft)
  if (flags.json) return context.print(JSON.stringify({ ...check, basis: compared.basis }, null, 2))
  for (const line of showCheck(check, compared.basis, { context, columns: terminalColumns() })) {
    context.print(line)
  }
}

/** What says how to draft means nothing where nothing is drafted, and standard input is read once. */
function checkFlags(path: string, flags: CheckFlags, context: Context): void {
  const { conclusions, facts, paragraph, leaveOut, language } = flags
  if (conclusions === undefined && (facts ?? paragraph ?? leaveOut ?? language) !== undefined) {
    throw missingOption('--conclusions')
  }
  const inputs = [path, conclusions, facts].filter((input) => input === '-')
  if (inputs.length > 1) context.refuse(context.say('letter.twoInputs'))
}

async function readLetter(path: string, context: Context): Promise<Returned> {
  const input = await readInput(path, context)
  if (!input.ok) return context.refuse(input.sentence)
  const returned = await readReturned(input.file)
  if (returned.ok) return returned
  const { problem: code, values = {} } = returned
  return context.refuse(sayProblem(context, { name: input.file.name, code, values }))
}

function getCarried(path: string, { basis }: Returned, context: Context): LetterBasis {
  return basis ?? context.refuse(context.say('letter.check.nothingCarried', { path }))
}

interface Given {
  readonly flags: CheckFlags
  readonly carried: LetterBasis | null
}

/** Drafts anew, with what the command line says, else with what the letter carries. */
async function draftAgain(path: string, given: Given, context: Context): Promise<Compared> {
  const { carried } = given
  const wanted = await findWanted(given, context)
  const draft = await draftFrom(await readConclusions(path, context), wanted, context)
  const isProved = JSON.stringify(draft) === JSON.stringify(carried?.draft)
  if (carried !== null && !isProved) context.note(context.say('letter.check.carriesAnother'))
  return { basis: isProved ? 'proved' : 'drafted', draft }
}

async function findWanted({ flags, carried }: Given, context: Context): Promise<Wanted> {
  const envelope = flags.paragraph ?? carried?.draft.envelope
  if (envelope === undefined) throw missingOption('--paragraph')
  const isChosen = flags.leaveOut !== undefined || flags.language !== undefined
  return {
    envelope,
    facts:
      carried !== null && flags.facts === undefined
        ? carried.facts
        : await readFacts(flags.facts, context),
    choices: carried === null || isChosen ? choicesOf(flags, envelope) : carried.choices,
  }
}
