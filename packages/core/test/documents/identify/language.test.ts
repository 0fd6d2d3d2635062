import { expect, test } from 'vitest'
import { identifyLanguage } from '../../../src/documents/identify/index.ts'

test.each([
  ['en', 'The parties shall release all of the children and report to the Council.'],
  ['fr', 'Les parties libèrent tous les enfants et font rapport au Conseil dans les délais.'],
  ['es', 'Las partes liberarán a todos los niños y presentarán un informe al Consejo.'],
  ['ar', 'تفرج الأطراف عن جميع الأطفال (UNICEF) وتقدم تقريرا.'],
  ['ru', 'Стороны освобождают всех детей и представляют доклад (ЮНИСЕФ, UNICEF).'],
  ['zh', '各方应释放所有儿童并向安理会报告（UNICEF）。'],
] as const)('a text in %s is known by its script and small words', (language, text) => {
  expect(identifyLanguage(text)).toBe(language)
})

test('a text too short or in another language has none', () => {
  for (const text of ['', 'UNICEF', '1234', 'Ŝi legas libron pri birdoj']) {
    expect(identifyLanguage(text)).toBeNull()
  }
})
