import type { DocumentKind } from '../model.ts'

/** How titles of each kind run, in the six official languages. A `whole` title stands alone; others may go on over several lines. */
export const TITLE_WORDS = [
  {
    kind: 'letter',
    whole: true,
    words:
      /^(?:identical )?letters? dated\b|^note verbale dated\b|^lettres? (?:identiques )?datées? du\b|^note verbale datée du\b|^cartas? (?:idénticas )?de fecha\b|^nota verbal de fecha\b|^(?:идентичные )?письм[оа] .{0,40}\bот\b|^письмо|^رسال(?:ة|تان) (?:متطابقتان )?مؤرخ|的信$|^.{0,40}日.{0,60}(?:给|致).{0,60}信/iu,
  },
  {
    kind: 'statement',
    whole: true,
    words:
      /^(?:presidential |public |press )?statement (?:issued )?by the (?:president|chair)|^presidential statement\b|^public statement\b|^déclaration (?:publique |à la presse )?(?:faite )?(?:par|de|du)\b.{0,20}\bprésident|^declaración (?:pública )?(?:formulada )?(?:por|de|del)\b.{0,20}\bpresident|^заявление председателя|^بيان (?:من )?رئيس|主席(?:的)?声明/iu,
  },
  {
    kind: 'resolution',
    whole: true,
    words:
      /^(?:draft )?resolution \d+ \(\d+\)|^\d+\/\d+\. \p{L}|^(?:projet de )?résolution \d+ \(\d+\)|^resolución \d+ \(\d+\)|^резолюция \d+ \(\d+\)|^القرار \d+ ?\(\d+\)|^第?\d+ ?[(（]\d+[)）]号决议/iu,
  },
  {
    kind: 'conclusions',
    whole: false,
    words:
      /\bconclusions (?:on|of|concerning|sur|concernant|relatives|du|de)\b|\bconclusiones (?:sobre|relativas|del?)\b|(?<!\p{L})выводы(?!\p{L})|استنتاجات|结论/iu,
  },
  {
    kind: 'comment',
    whole: false,
    words:
      /\b(?:comments|observations) (?:of|by|from)\b|\b(?:observations|commentaires) (?:du|de|de la|des)\b|\b(?:observaciones|comentarios) (?:del?|de la)\b|(?<!\p{L})(?:замечания|комментарии)(?!\p{L})|تعليقات|ملاحظات|的(?:评论|意见)$/iu,
  },
  {
    kind: 'report',
    whole: false,
    words:
      /\breport (?:of|on|to) \p{L}|\brapport (?:annuel )?(?:du|de la|sur)\b|\binforme (?:anual )?(?:del|de la|sobre)\b|(?<!\p{L})доклад(?!\p{L})|تقرير|报告$/iu,
  },
] as const satisfies { kind: DocumentKind; whole: boolean; words: RegExp }[]

/**
 * The kind a title tells, and whether it stands alone on its line; undefined where the words say
 * nothing. The words that come first decide: comments on conclusions are comments.
 */
export function findTitleWords(title: string): (typeof TITLE_WORDS)[number] | undefined {
  const told = TITLE_WORDS.map((entry) => ({ entry, at: title.search(entry.words) })).filter(
    ({ at }) => at >= 0,
  )
  return told.toSorted((one, other) => one.at - other.at)[0]?.entry
}
