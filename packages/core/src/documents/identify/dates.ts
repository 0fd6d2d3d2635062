import { lettered } from '../lettered.ts'
import type { DocumentDates, DocumentKind, Paragraph } from '../model.ts'
import { findDay } from './days.ts'
import { symbolOfLine } from './symbol-line.ts'

const DATED = lettered(String.raw`\b(?:dated|datée?s?|de fecha)\b|(?<!\p{L})от \d|مؤرخ|\d日`, 'i')
const ADOPTED = lettered(
  String.raw`^(?:resolution |résolution |resolución )?(?:adopted|adoptée?|aprobad[ao])\b|^(?:резолюция, )?принята?(?!\p{L})|^(?:الذي |التي |القرار الذي )?(?:اتخذه|اتخذته|اعتمده)(?!\p{L})|通过$`,
  'i',
)
const AT_MEETING = /\b(?:meeting|séance|réunion|sesión)\b|заседани|جلست|(?:ال)?جلسة|会议/i
const HELD = lettered(
  String.raw`\b(?:meeting|séance|réunion|sesión)\b[^.]{0,160}?\b(?:held on|on|tenue le|le|celebrada el|el)\b|заседани\p{L}{1,3}(?!\p{L})[^.]{0,60}?(?:состоявш\p{L}{3,5}|проведенн\p{L}{2,3}|проходивш\p{L}{3,5})|جلسة[^.]{0,80}?(?:عقدت|عقدها|المعقودة|معقودة)|\d{4}年\d{1,2}月\d{1,2}日[^。]{0,30}会议`,
  'i',
)
const DISTRIBUTION = lettered(String.raw`\bdistr\b|^(?:التوزيع|توزيع)(?!\p{L})|^(?:分发|分發)`, 'i')
const PLENARY =
  /\b(?:plenary meeting|séance plénière|sesión plenaria)\b|пленарное заседание|الجلسة العامة|全体会议/i

/** The days a document tells of itself: only from its masthead, title, opening and close, never from its substance. */
export function readDates(kind: DocumentKind, paragraphs: readonly Paragraph[]): DocumentDates {
  const body = paragraphs.filter(({ eid }) => !eid.startsWith('annex_'))
  const front = body
    .filter(({ kind: part }) => part === 'frontmatter' || part === 'title')
    .map(({ text }) => text)
  const close = body.filter(({ kind: part }) => part === 'signature').map(({ text }) => text)
  const adopted = dayOfAdoption(kind, front, close)
  return {
    meeting: adopted?.atMeeting === true ? adopted.day : dayOfMeeting(kind, body),
    adopted: adopted?.day ?? null,
    signed: dayOfSignature(kind, body, close),
    circulated: dayOfCirculation(front),
  }
}

function dayOfAdoption(
  kind: DocumentKind,
  front: string[],
  close: string[],
): { day: string; atMeeting: boolean } | null {
  const at = front.findIndex((text) => ADOPTED.test(text))
  const told = at < 0 ? '' : front.slice(at).join(' ')
  const day = findDay(told)
  if (day !== null) return { day, atMeeting: AT_MEETING.test(told) }
  const plenary =
    kind === 'resolution' && close.some((text) => PLENARY.test(text))
      ? findDay(close.join(' '))
      : null
  return plenary === null ? null : { day: plenary, atMeeting: true }
}

/** The opening paragraph of conclusions or a statement tells at which meeting its matter was considered. */
function dayOfMeeting(kind: DocumentKind, body: readonly Paragraph[]): string | null {
  if (kind !== 'conclusions' && kind !== 'statement') return null
  const opening = body.find(({ kind: part }) => part === 'paragraph')?.text ?? ''
  const held = HELD.exec(opening)
  return held === null ? null : findDay(opening.slice(held.index, held.index + held[0].length + 30))
}

function dayOfSignature(
  kind: DocumentKind,
  body: readonly Paragraph[],
  close: string[],
): string | null {
  if (kind === 'comment') return findDay(close.join(' '))
  const title = body.find(({ kind: part }) => part === 'title')?.text ?? ''
  return kind === 'letter' && DATED.test(title) ? findDay(title) : null
}

/** A day alone in a masthead is the day of circulation; without distribution or symbol there is no masthead. */
function dayOfCirculation(front: string[]): string | null {
  if (!front.some((text) => DISTRIBUTION.test(text) || symbolOfLine(text) !== null)) return null
  const alone = front.find(
    (text) =>
      text.length <= 40 &&
      findDay(text) !== null &&
      !ADOPTED.test(text) &&
      !/^(?:on|le|el)\b/iu.test(text),
  )
  return findDay(alone ?? front.find((text) => DISTRIBUTION.test(text)) ?? '')
}
