import type { DocumentLanguage, Paragraph } from '@vigil/core/documents'
import { memo, type CSSProperties, type ReactNode } from 'react'
import { Icon } from '../../../components/icon.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { cutByMarks } from '../view/stretches.ts'
import type { Hit } from '../view/find.ts'
import { openingLength } from '../view/opening.ts'
import { nameParagraph } from './name-paragraph.ts'
import styles from './paragraph.module.css'

interface ParagraphProps {
  readonly paragraph: Paragraph
  readonly language: DocumentLanguage
  readonly hits: readonly Hit[] | undefined
  /** Index of the hit that is looked at, or null. */
  readonly currentHit: number | null
  readonly isTarget: boolean
  readonly onCopy: (paragraph: Paragraph) => void
}

/** One paragraph as the United Nations prints it, with an address of its own. */
export const ParagraphView = memo(function ParagraphView(props: ParagraphProps) {
  const { paragraph, isTarget, onCopy } = props
  const say = useSay()
  const copyLabel = say('document.copyAddress.of', { paragraph: nameParagraph(paragraph, say) })
  return (
    <ParagraphFrame
      paragraph={paragraph}
      isTarget={isTarget}
      tool={
        <button
          type="button"
          className={styles['copy']}
          aria-label={copyLabel}
          title={copyLabel}
          onClick={() => onCopy(paragraph)}
        >
          <Icon name="link" />
        </button>
      }
    >
      <Words {...props} />
    </ParagraphFrame>
  )
})

interface ParagraphFrameProps {
  readonly paragraph: Paragraph
  readonly isTarget: boolean
  /** Stands at the end of its first line. */
  readonly tool?: ReactNode
  /** Its words. */
  readonly children: ReactNode
}

/** Number and words of a paragraph at their place on the page. */
export function ParagraphFrame({ paragraph, isTarget, tool, children }: ParagraphFrameProps) {
  const { eid, kind, marker } = paragraph
  const Tag = kind === 'heading' || kind === 'annex' ? 'h2' : 'p'
  return (
    <div
      id={eid}
      data-eid={eid}
      tabIndex={-1}
      className={[styles['paragraph'], styles[kind], isTarget && styles['target']]
        .filter(Boolean)
        .join(' ')}
      style={shapeOf(paragraph)}
      aria-current={isTarget ? 'location' : undefined}
    >
      <span className={styles['marker']}>{marker}</span>
      <Tag className={styles['text']}>{children}</Tag>
      {tool}
    </div>
  )
}

function Words({ paragraph, language, hits, currentHit }: ParagraphProps) {
  if (hits) return <Marked text={paragraph.text} hits={hits} currentHit={currentHit} />
  const opening = openingLength(paragraph, language)
  return (
    <>
      {opening > 0 && <em className={styles['opening']}>{paragraph.text.slice(0, opening)}</em>}
      {paragraph.text.slice(opening)}
    </>
  )
}

function Marked(props: { text: string; hits: readonly Hit[]; currentHit: number | null }) {
  return cutByMarks(props.text, props.hits).map(({ text, mark }, index) =>
    mark === null ? (
      text
    ) : (
      <mark
        key={index}
        data-hit={mark}
        className={[styles['hit'], mark === props.currentHit && styles['current']]
          .filter(Boolean)
          .join(' ')}
      >
        {text}
      </mark>
    ),
  )
}

/** Lettered points stand one step in, roman items two. */
export function shapeOf({ level }: Paragraph): CSSProperties {
  return { '--depth': Math.max(0, level - 1) } as CSSProperties
}
