import type { DocumentLanguage, Paragraph } from '@vigil/core/documents'
import { Fragment, useMemo, useState } from 'react'
import { useIntl } from 'react-intl'
import { Button } from '../../../components/button.tsx'
import { ClauseLink, ClauseMark, ClauseVerb } from '../../../components/clause-mark.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { directionOf } from '../../documents/parts/names.ts'
import { ParagraphFrame } from '../read/paragraph.tsx'
import reader from '../read/reader.module.css'
import { cutByMarks } from '../view/stretches.ts'
import styles from './clauses-view.module.css'
import { foldText } from './fold.ts'
import { itemsByParagraph, type ClauseItem, kindOf } from './items.ts'
import { nameClause } from './name-clause.ts'

interface ClauseTextProps {
  readonly paragraphs: readonly Paragraph[]
  readonly language: DocumentLanguage
  readonly items: readonly ClauseItem[]
  /** Addresses of the clauses that get through the filters. */
  readonly fitting: ReadonlySet<string>
  readonly currentEid: string | undefined
}

/** The text, every clause marked by its kind and with an address of its own; what does not fit is folded. */
export function ClauseText({ paragraphs, items, ...rest }: ClauseTextProps) {
  const say = useSay()
  const { language, currentEid, fitting } = rest
  const byParagraph = useMemo(() => itemsByParagraph(items), [items])
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const isNarrowed = fitting.size < items.length
  const isKept = (eid: string) =>
    !isNarrowed ||
    unfolded.has(eid) ||
    currentEid === eid ||
    (byParagraph.get(eid) ?? []).some(
      ({ clause }) => fitting.has(clause.eid) || clause.eid === currentEid,
    )
  return (
    <article
      className={reader['text']}
      data-text={language}
      lang={language}
      dir={directionOf(language)}
      aria-label={say('document.text')}
    >
      {foldText(paragraphs, isKept).map((part) =>
        'folded' in part ? (
          <Folded
            key={part.folded[0].eid}
            paragraphs={part.folded}
            onUnfold={(eids) => {
              setUnfolded(new Set([...unfolded, ...eids]))
              // The button goes; reading goes on where it stood.
              requestAnimationFrame(() => document.getElementById(eids[0] ?? '')?.focus())
            }}
          />
        ) : (
          <ParagraphFrame
            key={part.shown.eid}
            paragraph={part.shown}
            isTarget={part.shown.eid === currentEid}
          >
            <Clauses {...rest} paragraph={part.shown} items={byParagraph.get(part.shown.eid)} />
          </ParagraphFrame>
        ),
      )}
    </article>
  )
}

interface FoldedProps {
  readonly paragraphs: readonly [Paragraph, ...Paragraph[]]
  readonly onUnfold: (eids: readonly string[]) => void
}

/** Paragraphs in a row without a clause that fits: how many, and the way to see them. */
function Folded({ paragraphs, onUnfold }: FoldedProps) {
  const say = useSay()
  const { locale } = useIntl()
  const labels = paragraphs.map(({ label }) => label).filter((label) => label !== null)
  const from = labels[0]
  const to = labels.at(-1)
  const count = paragraphs.length
  return (
    <div className={styles['folded']} lang={locale} dir="auto">
      <span>
        {from && to
          ? say('clauses.folded.labelled', { from, to, count })
          : say('clauses.folded', { count })}
      </span>
      <Button kind="quiet" size="s" onPress={() => onUnfold(paragraphs.map(({ eid }) => eid))}>
        {say('clauses.unfold')}
      </Button>
    </div>
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
    const { eid, verb } = item.clause
    return (
      <Fragment key={eid}>
        <ClauseMark
          id={eid}
          kind={kindOf(item)}
          isCurrent={eid === currentEid}
          isAside={!fitting.has(eid)}
        >
          <Words text={text} verb={verb} />
        </ClauseMark>
        <Address item={item} />
      </Fragment>
    )
  })
}

/** The verb stands out where it first stands in the clause. */
function Words({ text, verb }: { text: string; verb: string | null }) {
  const at = verb === null ? -1 : text.toLowerCase().indexOf(verb.toLowerCase())
  if (verb === null || at === -1) return text
  return (
    <>
      {text.slice(0, at)}
      <ClauseVerb>{text.slice(at, at + verb.length)}</ClauseVerb>
      {text.slice(at + verb.length)}
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
