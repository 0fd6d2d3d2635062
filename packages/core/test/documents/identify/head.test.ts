import { describe, expect, test } from 'vitest'
import { findDay } from '../../../src/documents/identify/days.ts'
import { identifyHead } from '../../../src/documents/identify/index.ts'
import { readStructure } from '../../../src/documents/structure/index.ts'
import { blocksOf } from '../structure/support.ts'

function headOf(...lines: string[]) {
  return identifyHead(readStructure(blocksOf(lines)), null)
}

describe('the kind of a document', () => {
  test.each([
    ['Letter dated 3 May 2031 from the Chair addressed to the Council', 'letter'],
    [
      'Identical letters dated 3 May 2031 transmitting the report of the Secretary-General',
      'letter',
    ],
    ['Lettre datée du 3 mai 2031, adressée au Secrétaire général', 'letter'],
    ['Carta de fecha 3 de mayo de 2031 dirigida al Secretario General', 'letter'],
    ['Statement by the President of the Security Council', 'statement'],
    ['Déclaration de la Présidente du Conseil de sécurité', 'statement'],
    ['Report of the Secretary-General on children and armed conflict in Aldonia', 'report'],
    ['Rapport du Secrétaire général', 'report'],
    ['Conclusions on children and armed conflict in Aldonia', 'conclusions'],
    ['Conclusions sur les enfants et le conflit armé en Aldonie', 'conclusions'],
    ['Comments of Aldonia on the conclusions of the Working Group', 'comment'],
    ['Observations de l’Aldonie', 'comment'],
    ['Resolution 9001 (2031)', 'resolution'],
    ['Menu of the week', 'other'],
  ])('titled %j is %s', (title, kind) => {
    expect(headOf(title, 'It has one sentence.').kind).toBe(kind)
  })

  test('is not taken from a sentence', () => {
    const sentence = 'We read the report of the Secretary-General and the conclusions on Aldonia.'
    expect(headOf('Notes of a meeting', sentence)).toMatchObject({
      kind: 'other',
      title: 'Notes of a meeting',
    })
  })

  test('is resolution where an organ opens a preamble, whatever stands above', () => {
    expect(headOf('The Council of Elders,', 'Recalling its words,', '1. Decides.').kind).toBe(
      'resolution',
    )
  })
})

describe('the title of a document', () => {
  test.each([
    ['Working Group on Children', 'Conclusions on children in Aldonia'],
    ['Security Council Working Group on Children', 'Conclusions on children in Aldonia'],
    ['Groupe de travail sur les enfants', 'Conclusions sur les enfants en Aldonie'],
    ['Grupo de Trabajo sobre los niños', 'Conclusiones sobre los niños en Aldonia'],
    ['Рабочая группа по вопросу о детях', 'Выводы по вопросу о детях в Алдонии'],
    ['الفريق العامل المعني بالأطفال', 'استنتاجات بشأن الأطفال في ألدونيا'],
    ['儿童与武装冲突问题工作组', '关于阿尔多尼亚儿童的结论'],
  ])('%s is not part of the title below it', (group, title) => {
    const paragraphs = readStructure(blocksOf([group, title, '1. It met.']))
    expect(paragraphs[0]).toMatchObject({ eid: 'head', text: `${group} ${title}` })
    expect(identifyHead(paragraphs, null).title).toBe(title)
  })

  test.each([
    'Working Group on the Conclusions of the Summit',
    'Statement by the Chair of the Working Group',
    'Assessment of progress Report of the Secretary-General',
    'Menu of the Working Group',
  ])('%s is kept whole', (title) => {
    expect(headOf(title, '1. It met.').title).toBe(title)
  })
})

describe('a line that only says who reports', () => {
  test.each([
    ['Children in Aldonia', 'Report of the Secretary-General'],
    ['Children in Aldonia', 'Tenth report of the Secretary-General'],
    ['Les enfants en Aldonie', 'Rapport du Secrétaire général'],
    ['Los niños en Aldonia', 'Informe del Secretario General'],
    ['Дети в Алдонии', 'Доклад Генерального секретаря'],
    ['الأطفال في ألدونيا', 'تقرير الأمين العام'],
    ['阿尔多尼亚的儿童', '秘书长的报告'],
  ])('is not part of the title %j: %s', (title, byline) => {
    const paragraphs = readStructure(blocksOf([title, byline, 'I. Introduction', '1. It met.']))
    expect(paragraphs.slice(0, 3).map(({ kind, text }) => [kind, text])).toEqual([
      ['title', title],
      ['frontmatter', byline],
      ['heading', 'Introduction'],
    ])
    expect(identifyHead(paragraphs, null)).toMatchObject({ kind: 'report', title })
  })

  test('is the title where nothing stands above, and where it says on what', () => {
    expect(headOf('Report of the Secretary-General', '1. It met.')).toMatchObject({
      kind: 'report',
      title: 'Report of the Secretary-General',
    })
    const told = 'Report of the Secretary-General on children in Aldonia'
    expect(headOf('First part of the year', told, '1. It met.').title).toContain(told)
  })
})

describe('the symbol of a document', () => {
  test('stands alone in the masthead', () => {
    expect(headOf('United Nations S/2031/12*', 'Note by the President', 'It begins.').symbol).toBe(
      'S/2031/12',
    )
    expect(headOf('A/77/895–S/2023/363', 'Title', 'It begins.').symbol).toBe('A/77/895-S/2023/363')
  })

  test('is made of the number in the title and the organ that speaks', () => {
    const council = ['Resolution 9001 (2031)', 'The Security Council,', 'Recalling,', '1. Decides.']
    expect(headOf(...council).symbol).toBe('S/RES/9001 (2031)')
    const assembly = ['78/999. Rights', 'The General Assembly,', 'Recalling,', '1. Decides.']
    expect(headOf(...assembly).symbol).toBe('A/RES/78/999')
  })

  test('is never one that a sentence cites', () => {
    expect(
      headOf('Conclusions on Aldonia', '1. The report (S/2031/12) was read.').symbol,
    ).toBeNull()
    expect(headOf('Note', 'S/2031/12 was read.', 'It was long.').symbol).toBeNull()
  })
})

describe('the days a document tells', () => {
  const none = { meeting: null, adopted: null, signed: null, circulated: null }

  test('of a letter: signed and circulated', () => {
    const letter = headOf(
      'Distr.: General',
      '30 January 2031',
      'Letter dated 29 January 2031 from the Chair',
      'It refers to the meeting held on 1 January 2031.',
    )
    expect(letter.dates).toEqual({ ...none, signed: '2031-01-29', circulated: '2031-01-30' })
  })

  test('of a resolution: the meeting that adopted it, over two lines too', () => {
    const adopted = { ...none, meeting: '2031-03-12', adopted: '2031-03-12' }
    const close = ['The Security Council,', 'Recalling,', '1. Decides.']
    expect(
      headOf('Resolution 1 (2031)', 'Adopted at its 9th meeting, on', '12 March 2031', ...close)
        .dates,
    ).toEqual(adopted)
    expect(
      headOf('Résolution 1 (2031)', 'Adoptée à sa 9e séance, le 12 mars 2031', ...close).dates,
    ).toEqual(adopted)
    expect(headOf('Resolution 1 (2031)', 'Adopted on 12 March 2031', ...close).dates).toEqual({
      ...none,
      adopted: '2031-03-12',
    })
  })

  test('of conclusions and statements: the meeting', () => {
    const sentence = '1. During a formal meeting held on 1 March 2031, the Group met.'
    expect(headOf('Conclusions on Aldonia', sentence).dates.meeting).toBe('2031-03-01')
    const french = '1. À une séance officielle tenue le 1er mars 2031, le Groupe s’est réuni.'
    expect(headOf('Conclusions sur l’Aldonie', french).dates.meeting).toBe('2031-03-01')
  })

  test('of comments of a State: the day at their end', () => {
    const comments = headOf('Comments of Aldonia', '– None.', 'New York, 26 May 2031')
    expect(comments.dates).toEqual({ ...none, signed: '2031-05-26' })
  })

  test.each([
    [
      'Письмо Председателя от 29 января 2024 года на имя Генерального секретаря',
      '30 января 2024 года',
    ],
    [
      'رسالة مؤرخة ٢٩ كانون الثاني/يناير ٢٠٢٤ موجهة من رئيس مجلس الأمن إلى الأمين العام',
      '30 كانون الثاني/يناير 2024',
    ],
    ['2024年1月29日安全理事会主席给秘书长的信', '2024年1月30日'],
  ])('of a letter in another script: %s', (title, circulated) => {
    const { kind, dates } = headOf('S/2024/1', circulated, title, '1. Да.')
    expect(kind).toBe('letter')
    expect(dates).toEqual({ ...none, signed: '2024-01-29', circulated: '2024-01-30' })
  })

  test.each([
    [
      'Резолюция 1 (2031)',
      'Принята Советом Безопасности на его 9-м заседании 12 марта 2031 года',
      'Совет Безопасности,',
      'ссылаясь на свои резолюции,',
    ],
    [
      'القرار 1 (2031)',
      'الذي اتخذه مجلس الأمن في جلسته 9 المعقودة في 12 آذار/مارس 2031',
      'إن مجلس الأمن،',
      'إذ يشير إلى قراراته،',
    ],
    ['第1(2031)号决议', '2031年3月12日安全理事会第9次会议通过', '安全理事会，', '回顾其决议，'],
  ])('of a resolution in another script: %s', (...lines) => {
    const adopted = { ...none, meeting: '2031-03-12', adopted: '2031-03-12' }
    expect(headOf(...lines, '1. 9').dates).toEqual(adopted)
  })

  test.each([
    [
      'Выводы по вопросу о детях',
      '1. В ходе официального заседания, состоявшегося 1 марта 2031 года, Группа рассмотрела доклад.',
    ],
    ['استنتاجات بشأن الأطفال', '1. في جلسة رسمية عقدت في 1 آذار/مارس 2031، نظر الفريق في التقرير.'],
    ['关于儿童的结论', '1. 在2031年3月1日举行的正式会议上，工作组审议了报告。'],
  ])('of conclusions in another script: %s', (title, sentence) => {
    expect(headOf(title, sentence).dates).toEqual({ ...none, meeting: '2031-03-01' })
  })

  test.each([
    ['января', 'كانون الثاني/يناير', 1],
    ['мая', 'أيار/مايو', 5],
    ['августа', 'آب/أغسطس', 8],
    ['октября', 'تشرين الأول/أكتوبر', 10],
    ['ноября', 'تشرين الثاني', 11],
    ['декабря', 'ديسمبر', 12],
  ])('are read in every month: %s, %s', (russian, arabic, month) => {
    const day = `2031-${String(month).padStart(2, '0')}-09`
    expect(findDay(`9 ${russian} 2031 г.`)).toBe(day)
    expect(findDay(`٩ ${arabic} ٢٠٣١`)).toBe(day)
    expect(findDay(`２０３１年${month}月９日`)).toBe(day)
  })

  test('are never days that do not exist, lack a year or belong to the substance', () => {
    expect(headOf('Letter dated 30 February 2031 from the Chair', 'Yes.').dates).toEqual(none)
    expect(headOf('Letter dated 10 July from the Chair', 'Yes.').dates).toEqual(none)
    expect(headOf('Note', 'On 3 May 2031 a meeting was held on 4 May 2031.').dates).toEqual(none)
  })
})
