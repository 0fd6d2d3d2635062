import type { DocumentLanguage, Paragraph } from '@vigil/core/documents'
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { createContext, memo, type ReactNode, use, useMemo } from 'react'
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
  const way = useWay()
  if (entries.length === 0) return null
  return (
    <nav className={styles['outline']} aria-label={say('document.contents')}>
      <h2 className={styles['title']}>{say('document.contents')}</h2>
      <WayContext value={way}>
        <ol className={styles['entries']}>
          {entries.map((entry) => (
            <li key={entry.heading?.eid ?? 'start'}>
              <Entry entry={entry} targetEid={targetEid} language={language} />
            </li>
          ))}
        </ol>
      </WayContext>
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
            {shortHeading(heading)}
          </span>
        </ToParagraph>
      )}
      {numbered.length > 0 && (
        <ul className={styles['numbers']}>
          {numbered.map((paragraph) => (
            <li key={paragraph.eid}>
              <Number
                paragraph={paragraph}
                isTarget={
                  targetEid === paragraph.eid ||
                  targetEid?.startsWith(`${paragraph.eid}__`) === true
                }
              />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** An annex goes by its mark, as “Annex II”; its title follows in the text. */
function shortHeading({ kind, marker, text }: Paragraph): string {
  return kind === 'annex' && marker !== null ? marker : text
}

interface NumberProps {
  readonly paragraph: Paragraph
  readonly isTarget: boolean
}

const Number = memo(function Number({ paragraph: { eid, label }, isTarget }: NumberProps) {
  const say = useSay()
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
})

interface ToParagraphProps {
  readonly eid: string
  readonly isTarget: boolean
  readonly className: string | undefined
  readonly label?: string
  readonly children: ReactNode
}

function ToParagraph({ eid, isTarget, className, label, children }: ToParagraphProps) {
  const { href, open } = use(WayContext)
  return (
    <a
      href={href.replace(ANY, eid)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        open(eid)
      }}
      className={classNames(className, isTarget && styles['here'])}
      aria-label={label}
      aria-current={isTarget ? 'location' : undefined}
    >
      {children}
    </a>
  )
}

/** Stands for the paragraph in the address that all entries share. */
const ANY = 'any-paragraph'
const PAGE = '/documents/$documentId/{-$eid}'

interface Way {
  readonly href: string
  readonly open: (eid: string) => void
}

const WayContext = createContext<Way>({ href: '', open: () => undefined })

/**
 * Where the entries lead, found out once: hundreds of links that each follow the router would hold up
 * every step in a long document.
 */
function useWay(): Way {
  const router = useRouter()
  const { documentId } = useParams({ from: PAGE })
  const search = useSearch({ from: PAGE })
  const navigate = useNavigate({ from: PAGE })
  const params = { documentId, eid: ANY }
  const { href } = router.buildLocation({ to: PAGE, params, search })
  return useMemo(
    () => ({
      href,
      open: (eid) =>
        void navigate({
          params: (old) => ({ ...old, eid }),
          search: (old) => old,
          resetScroll: false,
        }),
    }),
    [href, navigate],
  )
}
