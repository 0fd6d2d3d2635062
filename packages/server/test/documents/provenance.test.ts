import { describe, expect, test } from 'vitest'
import { findSymbolInProvenance } from '../../src/documents/provenance.ts'

function header(document: string): string {
  return `# PROVENANCE\n# document: ${document}\n# rights: public domain\n# ----\nThe Council,\n`
}

describe('the symbol in a provenance header', () => {
  test.each([
    ['S/RES/2068 (2012) (English text)', 'S/RES/2068 (2012)'],
    ['S/2023/70 (English text)', 'S/2023/70'],
    ['A/RES/78/187 (French text)', 'A/RES/78/187'],
    ['S/96/REV.7 (English text)', 'S/96/REV.7'],
    ['S/AC.51/2023/3, conclusions of the Working Group', 'S/AC.51/2023/3'],
    ['A/80/6 (Sect. 1), proposed programme budget', 'A/80/6 (Sect. 1)'],
  ])('of %j is %j', (document, symbol) => {
    expect(findSymbolInProvenance(header(document))).toBe(symbol)
  })

  test.each([
    ['a text without a header', 'The Council,\n# document: S/2023/70\n# ----\n'],
    ['a header that never ends', '# document: S/2023/70\nThe Council,\n'],
    ['a header that names none', header('a letter')],
  ])('is not found in %s', (_, text) => {
    expect(findSymbolInProvenance(text)).toBeUndefined()
  })
})
