import { type BundleFault, type BundleSource, readBundleSource } from '@vigil/contract/bundle'
import { MAX_BUNDLE_DEPTH } from '@vigil/contract/limits'
import { count, type Figures, type Refusal, type Report } from '@vigil/core/counting'
import type { Context } from '../frame/context.ts'
import { type Piece, placeOf, splitJson, SplitFault } from './split-json.ts'
import { speak } from './speak.ts'

/** The figures of a bundle, and its reports as it defines them. */
export interface CountedFile {
  readonly figures: Figures
  readonly reports: readonly Report[]
}

/** What comes back: the figures, or the one sentence that says why there are none. */
export type CountAnswer =
  | { readonly ok: true; readonly counted: CountedFile }
  | { readonly ok: false; readonly sentence: string }

/** Counts a bundle from its bytes; `name` stands in the sentence of a refusal. */
export function countBytes(bytes: Uint8Array, name: string, context: Context): CountAnswer {
  const refuse = (said: string): CountAnswer => ({
    ok: false,
    sentence: speak(context, 'refused', { name, said }),
  })
  try {
    const read = readBundleSource(sourceOf(bytes))
    if (!read.ok) return refuse(sayFault(read.fault, context))
    const counted = count(read.data)
    if (!counted.ok) return refuse(sayRefusal(counted.refusal, context))
    return { ok: true, counted: { figures: counted.figures, reports: read.data.reports } }
  } catch (error) {
    if (!(error instanceof SplitFault)) throw error
    return refuse(saySplitFault(error, bytes, context))
  }
}

const LONG_LISTS = ['children', 'groups', 'incidents'] as const

/** The parts of a bundle; of a key that is there twice the last stands, as JSON has it. */
function sourceOf(bytes: Uint8Array): BundleSource {
  const pieces = new Map(splitJson(bytes, MAX_BUNDLE_DEPTH).map((piece) => [piece.key, piece]))
  const heads = [...pieces.values()]
    .filter((piece) => !isLong(piece))
    .map((piece) => [piece.key, 'entries' in piece ? [...piece.entries()] : piece.value] as const)
  const list = (key: string): Iterable<unknown> => {
    const piece = pieces.get(key)
    return piece && isLong(piece) ? piece.entries() : []
  }
  return {
    heads: Object.fromEntries(heads),
    children: list('children'),
    groups: list('groups'),
    incidents: list('incidents'),
  }
}

function isLong(piece: Piece): piece is Extract<Piece, { entries: unknown }> {
  return 'entries' in piece && (LONG_LISTS as readonly string[]).includes(piece.key)
}

function saySplitFault({ code, offset }: SplitFault, bytes: Uint8Array, context: Context): string {
  const limit = MAX_BUNDLE_DEPTH
  return speak(context, `fault.${code}`, { limit, ...placeOf(bytes, offset) })
}

function sayFault({ code, path, value }: BundleFault, context: Context): string {
  return speak(context, `fault.${code}`, { path, value })
}

/** The rule that a bundle breaks, the ids, and what to do, in one sentence. */
function sayRefusal({ code, ids }: Refusal, context: Context): string {
  const [first = '', second = '', third = ''] = ids
  const others = ids.slice(1).join(', ')
  const values = { first, second, third, others, ids: ids.join(', ') }
  const what = speak(context, `refusal.${code}`, values).replace(/\.$/, '')
  const help = lower(speak(context, `refusal.${code}.help`))
  return speak(context, 'refused.joined', { what, help })
}

function lower(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
}
