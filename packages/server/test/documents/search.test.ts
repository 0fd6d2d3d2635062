import { beforeAll, describe, expect, test } from 'vitest'
import { type Browser, problemOf, signUp, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { bringIn, find, resolution } from './library.ts'

const { db } = await freshDatabase()
const { app } = startApp(db)
const amina: Browser = await signUp(app)

const ENGLISH = resolution(
  'S/RES/7001 (2031)',
  'Urges the parties to release children’s schools in the Azawad;',
  'Recalls resolution 6999 (2030) on <b>boys</b> and girls;',
  'Requests the Secretary-General to report;',
)
const FRENCH = `Le Conseil de sécurité,

1. Prie les groupes armés de libérer les écoles de l’Azawad ;

2. Se félicite du retour des personnes déplacées et des forces armées ;
`

beforeAll(async () => {
  const { document } = await bringIn(amina, ENGLISH, { symbol: 'S/RES/7001 (2031)' })
  await bringIn(amina, FRENCH, { documentId: document.id, language: 'fr' })
  await amina.json('PATCH', `/api/documents/${document.id}`, { title: 'Les écoles de l’Azawad' })
})

/** What is found, hits in brackets. */
async function found(words: string, more: Record<string, string> = {}): Promise<string[]> {
  const { hits } = await find(amina, { words, ...more })
  return hits.map(({ excerpt }) =>
    excerpt.map(({ text, hit }) => (hit ? `[${text}]` : text)).join(''),
  )
}

describe('a search', () => {
  test('finds other forms of a word, and marks it where it stands', async () => {
    expect(await found('releasing school')).toEqual([
      'Urges the parties to [release] children’s [schools] in the Azawad;',
    ])
  })

  test('says which document, language and paragraph', async () => {
    const { hits, total } = await find(amina, { words: 'girls' })
    expect(total).toBe(1)
    expect(hits[0]).toMatchObject({
      symbol: 'S/RES/7001 (2031)',
      title: 'Les écoles de l’Azawad',
      language: 'en',
      eid: 'para_2',
      label: '2',
    })
  })

  test('finds French words with and without their accents, in either form', async () => {
    const displaced = 'Se félicite du retour des personnes [déplacées] et des forces armées ;'
    for (const words of ['déplacées', 'deplacees', 'DÉPLACÉES']) {
      expect(await found(words), words).toEqual([displaced])
    }
    expect(await found('armé')).toHaveLength(2)
    expect(await found('ecole', { language: 'fr' })).toEqual([
      'Prie les groupes armés de libérer les [écoles] de l’Azawad ;',
    ])
  })

  test('finds names behind an apostrophe, straight or curled, in all languages or in one', async () => {
    expect(await found('Azawad')).toHaveLength(2)
    expect(await found('l’Azawad', { language: 'fr' })).toEqual([
      'Prie les groupes armés de libérer les écoles de l’[Azawad] ;',
    ])
    expect(await found("l'azawad", { language: 'fr' })).toHaveLength(1)
    expect(await found("children's")).toHaveLength(1)
  })

  test('takes quotes for a phrase, a minus for what must be missing, or for either', async () => {
    expect(await found('"release children"')).toHaveLength(1)
    expect(await found('“children release”')).toEqual([])
    expect(await found('boys -girls')).toEqual([])
    expect(await found('boys or schools', { language: 'en' })).toHaveLength(2)
  })

  test('never answers with markup: what looks like a tag is the text it is', async () => {
    expect(await found('boys')).toEqual([
      'Recalls resolution 6999 (2030) on <b>[boys]</b> and girls;',
    ])
  })

  test.each(['S/RES/7001 (2031)', 's/res/7001(2031)', '7001 (2031)', 'S-RES-7001', '7001'])(
    'finds the document by its symbol written as %j',
    async (words) => {
      const { documents } = await find(amina, { words })
      expect(documents.map(({ symbol }) => symbol)).toEqual(['S/RES/7001 (2031)'])
    },
  )

  test.each(['ecoles azawad', 'l’azawad', "L'AZAWAD", 'Écoles'])(
    'finds the document by words of its title: %j',
    async (words) => {
      expect((await find(amina, { words })).documents).toHaveLength(1)
    },
  )

  test('can be kept to one document', async () => {
    const { document } = await bringIn(amina, ENGLISH.replaceAll('7001', '7002'))
    expect(await found('girls')).toHaveLength(2)
    const { hits } = await find(amina, { words: 'girls', documentId: document.id })
    expect(hits.map(({ documentId }) => documentId)).toEqual([document.id])
  })

  test('counts all hits, however few are shown', async () => {
    const { hits, total } = await find(amina, { words: 'parties or children', limit: '1' })
    expect(hits).toHaveLength(1)
    expect(total).toBeGreaterThan(1)
  })

  test.each([
    '"',
    '-',
    '&|!()',
    ':*',
    "'",
    'the',
    '\\',
    '%',
    '"unclosed phrase',
    '🕊',
    'or',
    '<script>',
  ])('is never an error: %j', async (words) => {
    await expect(find(amina, { words })).resolves.toBeDefined()
  })

  test.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['a zero byte', 'a\u{0}b'],
    ['too much', 'x'.repeat(201)],
  ])('for %s is refused in one sentence', async (_, words) => {
    const answer = await amina.get(`/api/search?${new URLSearchParams({ words }).toString()}`)
    expect((await problemOf(answer)).code).toBe('request.invalid')
  })

  test('finds the new version of a text and no longer the old one', async () => {
    const symbol = 'S/RES/7003 (2031)'
    await bringIn(amina, resolution(symbol, 'Salutes the lighthouse keepers;'))
    const mended = resolution(symbol, 'Salutes the beekeepers;')
    await bringIn(amina, mended, { whenHeld: 'newVersion' })
    expect(await found('lighthouse')).toEqual([])
    expect(await found('beekeepers')).toHaveLength(1)
  })

  test('finds Arabic, Russian, Spanish and Chinese texts by words of their own', async () => {
    await bringIn(amina, '1. Посвящает день детям, ещё затронутым конфликтом.', { language: 'ru' })
    await bringIn(amina, '1. 安全理事会要求保护武装冲突中的儿童。', { language: 'zh' })
    await bringIn(amina, '1. يطالب مجلس الأمن بحماية المدارس.', { language: 'ar' })
    await bringIn(amina, '1. Pide que se proteja a los niños en las montañas.', { language: 'es' })
    expect(await found('дети конфликт')).toHaveLength(1)
    expect(await found('儿童')).toEqual(['安全理事会要求保护武装冲突中的[儿童]。'])
    expect(await found('المدارس')).toHaveLength(1)
    expect(await found('montana ninos')).toHaveLength(1)
  })
})
