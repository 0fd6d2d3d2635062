import type { Json } from '@vigil/core/log'

/** An object as JSON gives it. */
export interface JsonObject {
  readonly [key: string]: Json
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The entries of a list; of anything else none. */
export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : []
}

/** The objects of a list, holes left out. */
export function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return listOf(value).filter(isObject)
}

/** A text; of anything else the empty one. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** What stands at a path with dots; undefined where nothing does. */
export function valueAt(value: Json | undefined, path: string): Json | undefined {
  return path
    .split('.')
    .reduce<Json | undefined>(
      (found, key) => (isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined),
      value,
    )
}

/** A copy with `to` at a path with dots; without it where `to` is undefined. */
export function put(object: JsonObject, path: string, to: Json | undefined): JsonObject {
  const [head = '', ...rest] = path.split('.')
  const others = Object.entries(object).filter(([key]) => key !== head)
  const old = Object.hasOwn(object, head) ? object[head] : undefined
  if (rest.length === 0)
    return Object.fromEntries(to === undefined ? others : [...others, [head, to]])
  if (to === undefined && !isObject(old)) return object
  return Object.fromEntries([...others, [head, put(isObject(old) ? old : {}, rest.join('.'), to)]])
}

/** A copy that has only some of its keys. */
export function pick(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => keys.includes(key)))
}

/** A copy without some of its keys. */
export function without(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)))
}

/** Whether two values are the same, whatever the order of their keys. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (isObject(one) && isObject(other)) {
    const keys = Object.keys(one)
    return (
      keys.length === Object.keys(other).length &&
      keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
    )
  }
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other
  const [left, right] = [listOf(one), listOf(other)]
  return left.length === right.length && left.every((value, at) => isSame(value, right[at]))
}
