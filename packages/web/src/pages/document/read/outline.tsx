import type { DocumentLanguage, Paragraph } from '@vigil/core/documents'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { classNames } from '../../../components/class-names.ts'
import { useSay } from '../../../i18n/use-say.ts'
import { directionOf } from '../../documents/parts/names.ts'
import { outlineOf, type OutlineEntry } from '../view/outline.ts'
import styles from './outline.module.css'

interface OutlineProps {
  readonly paragraphs: readonly Paragraph[]
  readonly targetEid: string | undefined
  readonly language: DocumentLanguage
}

/** Contents of the document at the side of the text: headings and numbers. */
export function Outline({ paragraphs, targetEid, language }: OutlineProps) {
  const say = useSay()
  const entries = useMemo(() => outlineOf(paragraphs), [paragraphs])
  if (entries.length === 0) return null
  return (
    <nav className={styles['outline']} aria-label={say('document.contents')}>
      <h2 className={styles['title']}>{say('document.contents')}</h2>
      <ol className={styles['entries']}>
        {entries.map((entry) => (
          <li key={entry.heading?.eid ?? 'start'}>
            <Entry entry={entry} targetEid={targetEid} language={language} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Entry({
  entry,
  targetEid,
  language,
}: { entry: OutlineEntry } & Omit<OutlineProps, 'paragraphs'>) {
  const { heading, numbered } = entry
  return (
    <>
      {heading && (
        <ToParagraph
          eid={heading.eid}
          isTarget={heading.eid === targetEid}
          className={styles['heading']}
        >
          <span lang={language} dir={directionOf(language)}>
            {heading.text}
          </span>
        </ToParagraph>
      )}
      {numbered.length > 0 && (
        <ul className={styles['numbers']}>
          {numbered.map((paragraph) => (
            <li key={paragraph.eid}>
              <Number paragraph={paragraph} targetEid={targetEid} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Number({ paragraph, targetEid }: { paragraph: Paragraph; targetEid: string | undefined }) {
  const say = useSay()
  const { eid, label } = paragraph
  const isTarget = targetEid === eid || targetEid?.startsWith(`${eid}__`) === true
  return (
    <ToParagraph
      eid={eid}
      isTarget={isTarget}
      className={styles['number']}
      label={say('document.contents.paragraph', { label: label ?? '' })}
    >
      {label}
    </ToParagraph>
  )
}

interface ToParagraphProps {
  readonly eid: string
  readonly isTarget: boolean
  readonly className: string | undefined
  readonly label?: string
  readonly children: ReactNode
}

function ToParagraph({ eid, isTarget, className, label, children }: ToParagraphProps) {
  return (
    <Link
      from="/documents/$documentId/{-$eid}"
      to="."
      params={(old) => ({ ...old, eid })}
      search={(old) => old}
      resetScroll={false}
      className={classNames(className, isTarget && styles['here'])}
      aria-label={label}
      aria-current={isTarget ? 'location' : undefined}
    >
      {children}
    </Link>
  )
}
