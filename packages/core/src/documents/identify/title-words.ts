import { lettered } from '../lettered.ts'
import type { DocumentKind, DocumentLanguage } from '../model.ts'
import { isLeftOpen } from '../normalise/ends.ts'
import { GROUP } from './organs.ts'

interface TitleWords {
  readonly kind: DocumentKind
  /** Such a title stands alone on its line; others may go on over several lines. */
  readonly whole: boolean
  /** How titles of the kind run in English, French, Spanish, Russian, Arabic, Chinese. */
  readonly words: readonly RegExp[]
}

const TITLE_WORDS = [
  {
    kind: 'letter',
    whole: true,
    words: [
      /^(?:identical )?letters? dated\b|^note verbale dated\b/i,
      /^lettres? (?:identiques )?datées? du\b|^note verbale datée du\b/i,
      /^cartas? (?:idénticas )?de fecha\b|^nota verbal de fecha\b/i,
      lettered(String.raw`^(?:идентичные )?письм[оа](?!\p{L})`, 'i'),
      /^رسال(?:ة|تان) (?:متطابقتان )?مؤرخ/u,
      /^.{0,40}日.{0,60}(?:给|致).{0,60}信|的信$/u,
    ],
  },
  {
    kind: 'statement',
    whole: true,
    words: [
      /\bstatement (?:issued )?(?:by|of) (?:the )?(?:president|chair)|\b(?:presidential|public|press) statement\b/i,
      /^déclaration (?:publique |à la presse )?(?:faite )?(?:par|de|du)\b.{0,20}\bprésiden/i,
      /^declaración (?:pública )?(?:formulada )?(?:por|de|del)\b.{0,20}\bpresiden/i,
      /^заявление председателя/i,
      /^بيان (?:من )?رئيس/u,
      /主席(?:的)?声明/u,
    ],
  },
  {
    kind: 'resolution',
    whole: true,
    words: [
      lettered(String.raw`^(?:draft )?resolution \d+ \(\d+\)|^\d+/\d+\. \p{L}`, 'i'),
      /^(?:projet de )?résolution \d+ \(\d+\)/i,
      /^(?:proyecto de )?resolución \d+ \(\d+\)/i,
      /^резолюция \d+ \(\d+\)/i,
      /^القرار \d+ ?\(\d+\)/u,
      /^第?\d+ ?[(（]\d+[)）]号决议/u,
    ],
  },
  {
    kind: 'conclusions',
    whole: false,
    words: [
      /\bconclusions (?:on|of|concerning)\b/i,
      /\bconclusions (?:sur|concernant|relatives|du|de)\b/i,
      /\bconclusiones (?:sobre|relativas|del?)\b/i,
      lettered(String.raw`(?<!\p{L})выводы(?!\p{L})`, 'i'),
      /استنتاجات/u,
      /(?:关于\S{1,60})?结论/u,
    ],
  },
  {
    kind: 'comment',
    whole: false,
    words: [
      /\b(?:comments|observations) (?:of|by|from)\b/i,
      /\b(?:observations|commentaires) (?:du|de|des)\b/i,
      /\b(?:observaciones|comentarios) del?\b/i,
      lettered(String.raw`(?<!\p{L})(?:замечания|комментарии)(?!\p{L})`, 'i'),
      /تعليقات|ملاحظات/u,
      /的(?:评论|意见)$/u,
    ],
  },
  {
    kind: 'report',
    whole: false,
    words: [
      lettered(String.raw`\breport (?:of|on|to) \p{L}`, 'i'),
      /\brapport (?:annuel )?(?:du|de la|sur)\b/i,
      /\binforme (?:anual )?(?:del|de la|sobre)\b/i,
      lettered(String.raw`(?<!\p{L})доклад(?!\p{L})`, 'i'),
      /تقرير/u,
      /报告$/u,
    ],
  },
] as const satisfies TitleWords[]

/**
 * The kind a title tells, and whether it stands alone on its line; undefined where the words say
 * nothing. The words that come first decide: comments on conclusions are comments.
 */
export function findTitleWords(title: string): TitleWords | undefined {
  return firstWords(title)?.entry
}

/** Who reports, and nothing on what: such a line follows the title of many reports. */
const BYLINES = [
  lettered(
    String.raw`^(?:\p{L}{1,20} ){0,2}report (?:of|by) (?!.* (?:on|for|concerning|regarding|pursuant) ).{3,80}$`,
    'i',
  ),
  lettered(
    String.raw`^rapport (?:\p{L}{1,20} )?(?:du |de la |de l['’])(?!.* (?:sur|concernant|relatif) ).{3,80}$`,
    'i',
  ),
  lettered(
    String.raw`^informe (?:\p{L}{1,20} )?(?:del|de la) (?!.* (?:sobre|relativo) ).{3,80}$`,
    'i',
  ),
  lettered(String.raw`^доклад (?!.*(?<!\p{L})(?:об?|по)(?!\p{L})).{3,80}$`, 'i'),
  /^تقرير (?!.*(?:عن|بشأن|المتعلق)).{3,80}$/u,
  /^(?!.*关于).{1,20}的?报告$/u,
] as const

/** True for `Report of the Secretary-General`, false where the line says what is reported on. */
export function isByline(text: string): boolean {
  return BYLINES.some((words) => words.test(text))
}

/** Titles of these kinds begin with the words that tell the kind. */
const BEGINNING: readonly DocumentKind[] = ['conclusions', 'statement']

/** A title without the name of the group or committee that is printed above it. */
export function withoutGroup(title: string, language: DocumentLanguage): string {
  const told = firstWords(title)
  if (told === undefined || !BEGINNING.includes(told.entry.kind)) return title
  const above = title.slice(0, told.at)
  const rest = title.slice(told.at)
  const begins = /\s$/u.test(above) && !/^\p{Ll}/u.test(rest)
  return begins && GROUP.test(above) && !isLeftOpen(above.trimEnd(), language) ? rest : title
}

function firstWords(title: string): { entry: TitleWords; at: number } | undefined {
  const told = TITLE_WORDS.flatMap((entry) =>
    entry.words.map((words) => ({ entry, at: title.search(words) })),
  ).filter(({ at }) => at >= 0)
  return told.toSorted((one, other) => one.at - other.at)[0]
}
