import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { count } from '@vigil/core/counting'
import { readBundle, toWire } from '../../src/bundle/index.ts'

/** Where data that several projects share lies; some of it is read by tests. */
export const DATA = resolve(
  import.meta.dirname,
  '../../../..',
  process.env['VIGIL_DATA'] ?? '../shared/data',
)
export const VECTORS = join(import.meta.dirname, '../../../core/vectors/counting')

/** An object as JSON gives it. */
export type JsonObject = Readonly<Record<string, unknown>>

export function readJson(path: string): JsonObject {
  return JSON.parse(readFileSync(path, 'utf8')) as JsonObject
}

/** The figures of a bundle as `vigil count --json` prints them, or what is wrong with it. */
export type Answer =
  | { readonly figures: JsonObject }
  | { readonly refused: readonly [code: string, ...ids: readonly string[]] }
  | { readonly fault: readonly [code: string, path: string, value: string] }

/** Counts a bundle, which stays as it is. */
export function countBundle(bundle: unknown): Answer {
  const read = readBundle(structuredClone(bundle))
  if (!read.ok) return { fault: [read.fault.code, read.fault.path, read.fault.value] }
  const counted = count(read.data)
  if (!counted.ok) return { refused: [counted.refusal.code, ...counted.refusal.ids] }
  return { figures: toWire(counted.figures) }
}

/** The figures of a bundle that must be countable. */
export function figuresOf(bundle: unknown): JsonObject {
  const answer = countBundle(bundle)
  if ('figures' in answer) return answer.figures
  throw new Error(`Not counted: ${JSON.stringify(answer)}`)
}

/** What stands at a path with dots; undefined where nothing does. */
export function at(figures: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    return (value as JsonObject)[key]
  }, figures)
}
