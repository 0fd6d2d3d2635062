import { type BundleFault, depthOf, readBundle } from '@vigil/contract/bundle'
import { MAX_BUNDLE_BYTES, MAX_BUNDLE_DEPTH } from '@vigil/contract/limits'
import {
  count,
  type CountingData,
  type Figures,
  type Refusal,
  type Report,
} from '@vigil/core/counting'
import { readLimited } from '../documents/input.ts'
import { decodeText, parseJson } from '../documents/json.ts'
import type { Context } from '../frame/context.ts'
import { speak } from './speak.ts'

/** The figures of a bundle, and its reports as it defines them. */
export interface CountedFile {
  readonly figures: Figures
  readonly reports: readonly Report[]
}

/**
 * Counts the bundle in a file (`-`: standard input). Refuses in one sentence what is no bundle and what
 * breaks a rule of counting.
 */
export async function countFile(path: string, context: Context): Promise<CountedFile> {
  const { name, value } = await readJson(path, context)
  const read = readBundle(value)
  if (!read.ok) return context.refuse(sayFault(name, read.fault, context))
  return countData(name, read.data, context)
}

function countData(name: string, data: CountingData, context: Context): CountedFile {
  const counted = count(data)
  if (!counted.ok) return context.refuse(sayRefusal(name, counted.refusal, context))
  return { figures: counted.figures, reports: data.reports }
}

async function readJson(path: string, context: Context): Promise<{ name: string; value: unknown }> {
  const sentence = (name: string): string =>
    withName(name, speak(context, 'fault.tooLarge'), context)
  const input = await readLimited(path, { bytes: MAX_BUNDLE_BYTES, sentence }, context)
  if (!input.ok) return context.refuse(input.sentence)
  const { name, bytes } = input.file
  const text = decodeText(bytes)
  if (text === undefined)
    return context.refuse(withName(name, speak(context, 'fault.notJson'), context))
  if (depthOf(text) > MAX_BUNDLE_DEPTH) {
    const deep = speak(context, 'fault.deep', { limit: MAX_BUNDLE_DEPTH })
    return context.refuse(withName(name, deep, context))
  }
  const parsed = parseJson(text)
  if (parsed.ok) return { name, value: parsed.value }
  const said = parsed.place
    ? speak(context, 'fault.notJsonAt', parsed.place)
    : speak(context, 'fault.notJson')
  return context.refuse(withName(name, said, context))
}

/** The one sentence for a file that is no bundle. */
function sayFault(name: string, { code, path, value }: BundleFault, context: Context): string {
  return withName(name, speak(context, `fault.${code}`, { path, value }), context)
}

/** The one sentence for a bundle that breaks a rule: the rule, the ids, and what to do. */
function sayRefusal(name: string, { code, ids }: Refusal, context: Context): string {
  const [first = '', second = '', third = ''] = ids
  const others = ids.slice(1).join(', ')
  const values = { first, second, third, others, ids: ids.join(', ') }
  const what = speak(context, `refusal.${code}`, values)
  const help = speak(context, `refusal.${code}.help`)
  return withName(
    name,
    speak(context, 'refused.joined', { what: what.replace(/\.$/, ''), help: lower(help) }),
    context,
  )
}

function lower(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
}

function withName(name: string, said: string, context: Context): string {
  return speak(context, 'refused', { name, said })
}
