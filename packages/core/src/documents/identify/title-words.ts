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
      /^(?:identical )?letters? dated\b|^note verbale dated\b/iu,
      /^lettres? (?:identiques )?datées? du\b|^note verbale datée du\b/iu,
      /^cartas? (?:idénticas )?de fecha\b|^nota verbal de fecha\b/iu,
      /^(?:идентичные )?письм[оа](?!\p{L})/iu,
      /^رسال(?:ة|تان) (?:متطابقتان )?مؤرخ/u,
      /^.{0,40}日.{0,60}(?:给|致).{0,60}信|的信$/u,
    ],
  },
  {
    kind: 'statement',
    whole: true,
    words: [
      /\bstatement (?:issued )?(?:by|of) (?:the )?(?:president|chair)|\b(?:presidential|public|press) statement\b/iu,
      /^déclaration (?:publique |à la presse )?(?:faite )?(?:par|de|du)\b.{0,20}\bprésiden/iu,
      /^declaración (?:pública )?(?:formulada )?(?:por|de|del)\b.{0,20}\bpresiden/iu,
      /^заявление председателя/iu,
      /^بيان (?:من )?رئيس/u,
      /主席(?:的)?声明/u,
    ],
  },
  {
    kind: 'resolution',
    whole: true,
    words: [
      /^(?:draft )?resolution \d+ \(\d+\)|^\d+\/\d+\. \p{L}/iu,
      /^(?:projet de )?résolution \d+ \(\d+\)/iu,
      /^(?:proyecto de )?resolución \d+ \(\d+\)/iu,
      /^резолюция \d+ \(\d+\)/iu,
      /^القرار \d+ ?\(\d+\)/u,
      /^第?\d+ ?[(（]\d+[)）]号决议/u,
    ],
  },
  {
    kind: 'conclusions',
    whole: false,
    words: [
      /\bconclusions (?:on|of|concerning)\b/iu,
      /\bconclusions (?:sur|concernant|relatives|du|de)\b/iu,
      /\bconclusiones (?:sobre|relativas|del?)\b/iu,
      /(?<!\p{L})выводы(?!\p{L})/iu,
      /استنتاجات/u,
      /(?:关于\S{1,60})?结论/u,
    ],
  },
  {
    kind: 'comment',
    whole: false,
    words: [
      /\b(?:comments|observations) (?:of|by|from)\b/iu,
      /\b(?:observations|commentaires) (?:du|de|des)\b/iu,
      /\b(?:observaciones|comentarios) del?\b/iu,
      /(?<!\p{L})(?:замечания|комментарии)(?!\p{L})/iu,
      /تعليقات|ملاحظات/u,
      /的(?:评论|意见)$/u,
    ],
  },
  {
    kind: 'report',
    whole: false,
    words: [
      /\breport (?:of|on|to) \p{L}/iu,
      /\brapport (?:annuel )?(?:du|de la|sur)\b/iu,
      /\binforme (?:anual )?(?:del|de la|sobre)\b/iu,
      /(?<!\p{L})доклад(?!\p{L})/iu,
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
  /^(?:\p{L}{1,20} ){0,2}report (?:of|by) (?!.* (?:on|for|concerning|regarding|pursuant) ).{3,80}$/iu,
  /^rapport (?:\p{L}{1,20} )?(?:du |de la |de l['’])(?!.* (?:sur|concernant|relatif) ).{3,80}$/iu,
  /^informe (?:\p{L}{1,20} )?(?:del|de la) (?!.* (?:sobre|relativo) ).{3,80}$/iu,
  /^доклад (?!.*(?<!\p{L})(?:об?|по)(?!\p{L})).{3,80}$/iu,
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
