const UPPER = 'A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŴŶŸŹŻŽ'

/** Letters of the official languages' scripts (Chinese has no use for them here), not the whole of Unicode. */
const RANGES: Readonly<Record<string, string>> = {
  L: 'A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỿА-яЁёء-ي',
  Lu: UPPER,
  Ll: 'a-zß-öø-ÿāăąćčďđēėęěğģīįıķĺļľłńņňōőœŕřśşšţťūůűųŵŷźżž',
  M: '\u0300-\u036F',
}

const CLASS = /\[(?:\\p\{\w+\}|\\[^]|[^\]\\])*\]|\\p\{(\w+)\}|\\[^]/gu
const WITHIN = /\\p\{(\w+)\}/gu

/**
 * An expression over text in the letters of English, French, Spanish, Russian and Arabic. `source` is written as for Unicode (`\p{L}`), but without
 * that flag: made ready for all of Unicode in capitals and small letters, a list of some hundred words
 * takes ten times as long, which every first reading would wait for.
 */
export function lettered(source: string, flags: '' | 'g' | 'i' | 'gi' | 'iy' | 'y' = ''): RegExp {
  const spelt = source.replace(CLASS, (found, name?: string) =>
    name === undefined
      ? found.replace(WITHIN, (_, inner: string) => rangeOf(inner))
      : `[${rangeOf(name)}]`,
  )
  return new RegExp(spelt, flags)
}

function rangeOf(name: string): string {
  return RANGES[name] ?? ''
}
