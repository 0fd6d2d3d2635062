/** A value, or where its text stops being JSON; the place is null where the parser names none. */
export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false
      readonly place: { readonly line: string; readonly column: string } | null
    }

/** Where a parser stopped, in its own words. */
const PLACE = /line (\d+) column (\d+)/

/** Parses JSON. Never throws. */
export function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    const [, line, column] = PLACE.exec(error instanceof Error ? error.message : '') ?? []
    return { ok: false, place: line && column ? { line, column } : null }
  }
}

/** The text of a file in UTF-8; undefined where its bytes are none. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
