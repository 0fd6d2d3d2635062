import { array, assert, boolean, property, record, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerpt, HIT_END, HIT_START } from '../../src/documents/excerpt.ts'

function mark(text: string): string {
  return text.replaceAll('[', HIT_START).replaceAll(']', HIT_END)
}

/** Stretches as one line, hits in brackets. */
function show(text: string, ...marked: string[]): string {
  return excerpt(text, marked.map(mark))
    .map((stretch) => (stretch.hit ? `[${stretch.text}]` : stretch.text))
    .join('')
}

describe('an excerpt', () => {
  test('shows a short paragraph whole, its hits as stretches', () => {
    expect(excerpt('Boys and girls', [mark('[Boys] and [girls]')])).toEqual([
      { text: 'Boys', hit: true },
      { text: ' and ', hit: false },
      { text: 'girls', hit: true },
    ])
  })

  test('gives back the signs of the text, whatever stands for them in the copy', () => {
    expect(show('l’Azawad <b> S/RES', "l'[Azawad]  b  S [RES]")).toBe('l’[Azawad] <b> S/[RES]')
  })

  test('finds places again where Chinese signs stand apart in the copy', () => {
    expect(show('儿童与 武装冲突', ' 儿  童  与   [武]  [装]  冲  突 ')).toBe('儿童与 [武装]冲突')
  })

  test('joins what two searches found', () => {
    expect(show('forces armées', 'forces [armées]', '[forces] [armées]')).toBe('[forces] [armées]')
  })

  test('cuts a long paragraph at blanks around its hits and says so', () => {
    const text = `${'word '.repeat(100)}hit ${'more '.repeat(100)}`.trim()
    const shown = show(text, text.replace('hit', '[hit]'))
    expect(shown).toMatch(/^… word (word )*\[hit\] (more )*more …$/)
    expect(shown.length).toBeLessThan(340)
  })

  test('prefers the stretch with most hits', () => {
    const text = `one ${'x '.repeat(300)}one two one ${'y '.repeat(300)}`
    const marked = text.replaceAll('one', '[one]').replace('two', '[two]')
    expect(show(text, marked)).toContain('[one] [two] [one]')
  })

  test('never loses or invents a character, however long the words and where the hits', () => {
    const word = string({ unit: 'grapheme', maxLength: 200 }).map(withoutMarks)
    const part = record({ text: word, hit: boolean() })
    assert(
      property(array(part, { maxLength: 20 }), (parts) => {
        const text = parts.map((each) => each.text).join('')
        const copy = parts.map((each) => (each.hit ? `[${each.text}]` : each.text)).join('')
        const stretches = excerpt(text, [mark(copy)])
        const shown = stretches.map((each) => each.text).join('')
        expect(text).toContain(shown.replace(/^… /, '').replace(/ …$/, ''))
        expect(shown.isWellFormed()).toBe(true)
        for (const each of stretches) expect(each.text).not.toBe('')
      }),
      { numRuns: 300 },
    )
  })
})

function withoutMarks(text: string): string {
  return text.replace(/[[\]\u{e000}\u{e001}…]/gu, '')
}
