/**
 * A copy of `value` with `to` at `path`. A field set to nothing is left out; an entry of a list becomes
 * null, so that those behind it keep their places.
 */
export function setAt(value: unknown, path: readonly string[], to: unknown): unknown {
  const [head, ...rest] = path
  if (head === undefined) return to
  if (Array.isArray(value) && /^\d{1,6}$/.test(head)) {
    const list: readonly unknown[] = value
    return list.map((one, at) => (at === Number(head) ? (setAt(one, rest, to) ?? null) : one))
  }
  const fields = typeof value === 'object' && value !== null ? Object.entries(value) : []
  const kept = fields.filter(([name]) => name !== head)
  const old: unknown = fields.find(([name]) => name === head)?.[1]
  const next = setAt(old, rest, to)
  return Object.fromEntries(next === undefined || next === null ? kept : [...kept, [head, next]])
}
