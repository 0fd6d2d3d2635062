/**
 * The end of a point after others were left out: ";" between points, "." after the last. A point
 * that opens a list of its own keeps its colon.
 */
export function endPoint(text: string, last: boolean): string {
  if (text.endsWith(':')) return text
  const bare = text.replace(/[;,]?\s+(?:and|et)$/u, '').replace(/\s*[;,.]?\s*$/u, '')
  // French prints a blank in front of the semicolon.
  const gap = /\s(?=;(?:\s+et)?$)/u.exec(text)?.[0] ?? ''
  return last ? `${bare}.` : `${bare}${gap};`
}
