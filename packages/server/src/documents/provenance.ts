const HEADER_END = /^# ?-{4,}/m
const NAMED_DOCUMENT = /^# document: +([A-Z]+(?:\/[A-Z0-9.]+)+(?: \([^()]{1,20}\))?)/m

/**
 * The symbol that a provenance header names (lines opening with `#`, closed by `# ----`), or
 * undefined. The text below such a header often has no symbol of its own.
 */
export function findSymbolInProvenance(text: string): string | undefined {
  const end = text.startsWith('#') ? text.search(HEADER_END) : -1
  return end < 0 ? undefined : findWithoutLanguage(text.slice(0, end))
}

/** `S/2023/70 (English text)` is the symbol S/2023/70; `S/RES/2690 (2023)` is whole. */
function findWithoutLanguage(header: string): string | undefined {
  return NAMED_DOCUMENT.exec(header)?.[1]?.replace(/ \([A-Z][a-z]+ text\)$/, '')
}
