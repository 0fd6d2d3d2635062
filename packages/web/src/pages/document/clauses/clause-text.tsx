import type { DocumentLanguage, Paragraph } from '@vigil/core/documents'
import { Fragment, useMemo } from 'react'
import { ClauseLink, ClauseMark, ClauseVerb } from '../../../components/clause-mark.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { directionOf } from '../../documents/parts/names.ts'
import { ParagraphFrame } from '../read/paragraph.tsx'
import reader from '../read/reader.module.css'
import { cutByMarks } from '../view/stretches.ts'
import { itemsByParagraph, type ClauseItem } from './items.ts'
import { nameClause } from './name-clause.ts'

interface ClauseTextProps {
  readonly paragraphs: readonly Paragraph[]
  readonly language: DocumentLanguage
  readonly items: readonly ClauseItem[]
  /** Addresses of the clauses that get through the filters. */
  readonly fitting: ReadonlySet<string>
  readonly currentEid: string | undefined
}

/** The whole text, every clause marked by its kind and with an address of its own. */
export function ClauseText({ paragraphs, items, ...rest }: ClauseTextProps) {
  const say = useSay()
  const { language, currentEid } = rest
  const byParagraph = useMemo(() => itemsByParagraph(items), [items])
  return (
    <article
      className={reader['text']}
      data-text={language}
      lang={language}
      dir={directionOf(language)}
      aria-label={say('document.text')}
    >
      {paragraphs.map((paragraph) => (
        <ParagraphFrame
          key={paragraph.eid}
          paragraph={paragraph}
          isTarget={paragraph.eid === currentEid}
        >
          <Clauses {...rest} paragraph={paragraph} items={byParagraph.get(paragraph.eid)} />
        </ParagraphFrame>
      ))}
    </article>
  )
}

interface ClausesProps extends Pick<ClauseTextProps, 'fitting' | 'currentEid'> {
  readonly paragraph: Paragraph
  readonly items: readonly ClauseItem[] | undefined
}

function Clauses({ paragraph, items = [], fitting, currentEid }: ClausesProps) {
  const marks = items.map(({ clause: { at, text } }, mark) => ({
    start: at,
    end: at + text.length,
    mark,
  }))
  return cutByMarks(paragraph.text, marks).map(({ text, mark }, index) => {
    const item = mark === null ? undefined : items[mark]
    if (!item) return <Fragment key={index}>{text}</Fragment>
    const { eid, kind } = item.clause
    return (
      <Fragment key={eid}>
        <ClauseMark id={eid} kind={kind} isCurrent={eid === currentEid} isAside={!fitting.has(eid)}>
          <Words text={text} verb={item.clause.verb} />
        </ClauseMark>
        <Address item={item} />
      </Fragment>
    )
  })
}

/** The verb stands out where the clause opens with it. */
function Words({ text, verb }: { text: string; verb: string | null }) {
  if (verb === null || !text.toLowerCase().startsWith(verb.toLowerCase())) return text
  return (
    <>
      <ClauseVerb>{text.slice(0, verb.length)}</ClauseVerb>
      {text.slice(verb.length)}
    </>
  )
}

function Address({ item }: { item: ClauseItem }) {
  const say = useSay()
  return (
    <ClauseLink
      to="."
      params={(old) => ({ ...old, eid: item.clause.eid })}
      search={(old) => old}
      replace
      resetScroll={false}
      aria-label={say('clause.open', { clause: nameClause(item, say) })}
    >
      {item.number}
    </ClauseLink>
  )
}
