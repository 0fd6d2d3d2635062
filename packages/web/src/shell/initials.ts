const AT_MOST = 2

/** First letters of the first and the last part of a name, in any script; at most two. */
export function initialsOf(name: string): string {
  const parts = name
    .trim()
    .split(/[\s-]+/)
    .filter(Boolean)
  const chosen = parts.length > AT_MOST ? [parts[0], parts.at(-1)] : parts
  return chosen.map((part) => [...(part ?? '')][0]?.toLocaleUpperCase() ?? '').join('')
}
