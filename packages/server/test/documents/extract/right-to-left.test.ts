import { describe, expect, it } from 'vitest'
import { inReadingOrder } from '../../../src/documents/extract/pdf/right-to-left.ts'
import { fixture, textOf } from './support.ts'

describe('a page in Arabic', () => {
  it('printed by Chromium has the words and the order of its source', async () => {
    const printed = await textOf(fixture('arabic-chromium.pdf'), 'a.pdf')
    const source = await textOf(fixture('arabic.html'), 'a.html')
    expect(printed.split(/\s+/)).toEqual(source.split(/\s+/))
  })
})

describe('a line as it is printed, from left to right', () => {
  it.each([
    [['الأمن', ' ', 'مجلس'], 'مجلس الأمن'],
    [['(2005)', ' ', '1612', ' ', 'القرار'], 'القرار 1612 (2005)'],
    [['(S/2022/856)', ' ', 'تقرير'], 'تقرير (S/2022/856)'],
    [['30/6/2022', ' ', 'في'], 'في 30/6/2022'],
    [['Security Council', ' ', 'مجلس الأمن (بالإنكليزية'], 'مجلس الأمن (بالإنكليزية Security Council'],
    [['the word ', 'أمن', ' ', 'سلام', ' means'], 'the word سلام أمن means'],
    [['resolution 1612 (2005)'], 'resolution 1612 (2005)'],
  ])('%j is read %j', (pieces, read) => {
    expect(inReadingOrder(pieces)).toBe(read)
  })
})
