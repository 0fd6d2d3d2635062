export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

/**
 * The one way to write a value as JSON (JSON Canonicalization Scheme, RFC 8785): no blanks, members
 * ordered by the UTF-16 units of their names, numbers and strings as ECMAScript writes them. Members
 * that are undefined are left out. Throws a TypeError on numbers and strings that JSON cannot hold.
 */
export function canonicalJson(value: Json): string {
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) return canonicalObject(value)
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError('a number that is not finite has no JSON form')
  }
  if (typeof value === 'string' && !value.isWellFormed()) {
    throw new TypeError('a lone surrogate has no JSON form')
  }
  return JSON.stringify(value)
}

/** `Array.isArray` does not narrow read-only lists. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function canonicalObject(value: { readonly [key: string]: Json | undefined }): string {
  const members = Object.keys(value)
    .sort()
    .flatMap((name) => {
      const member = value[name]
      return member === undefined ? [] : [`${canonicalJson(name)}:${canonicalJson(member)}`]
    })
  return `{${members.join(',')}}`
}
