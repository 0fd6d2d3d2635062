import type { Document, SearchHit } from '@vigil/contract/schemas'
import { Link } from '@tanstack/react-router'
import { Section } from '../../components/section.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { directionOf, OWN_NAMES } from '../documents/parts/names.ts'
import { groupHits, type HitGroup } from './group-hits.ts'
import styles from './results.module.css'

/** Documents whose symbol or title has the words. */
export function FoundDocuments({ documents }: { documents: readonly Document[] }) {
  const say = useSay()
  if (documents.length === 0) return null
  return (
    <Section title={say('search.documents')}>
      <ul className={styles['list']}>
        {documents.map(({ id, symbol, title, kind }) => (
          <li key={id} className={styles['document']}>
            <Link to="/documents/$documentId/{-$eid}" params={{ documentId: id, eid: undefined }}>
              {title ?? symbol ?? say('documents.noTitle')}
            </Link>
            <span className={styles['meta']}>
              <bdi>{symbol ?? say('documents.noSymbol')}</bdi> · {say(`kind.${kind}`)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface FoundParagraphsProps {
  readonly hits: readonly SearchHit[]
  readonly words: string
}

/** Paragraphs that contain the words, by document, each opening in its place. */
export function FoundParagraphs({ hits, words }: FoundParagraphsProps) {
  const say = useSay()
  if (hits.length === 0) return null
  return (
    <Section title={say('search.paragraphs')}>
      {groupHits(hits).map((group) => (
        <Group key={group.key} group={group} words={words} />
      ))}
    </Section>
  )
}

function Group({ group, words }: { group: HitGroup; words: string }) {
  const say = useSay()
  const { symbol, title, language } = group.first
  return (
    <section className={styles['group']}>
      <header className={styles['head']}>
        <h3 className={styles['title']}>{title ?? symbol ?? say('documents.noTitle')}</h3>
        <p className={styles['meta']}>
          <bdi>{symbol ?? say('documents.noSymbol')}</bdi> ·{' '}
          <bdi lang={language}>{OWN_NAMES[language]}</bdi> ·{' '}
          {say('search.group.count', { count: group.hits.length })}
        </p>
      </header>
      <ol>
        {group.hits.map((hit) => (
          <li key={hit.eid} className={styles['hit']}>
            <Hit hit={hit} words={words} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Hit({ hit, words }: { hit: SearchHit; words: string }) {
  const say = useSay()
  const { documentId, eid, label, language, excerpt } = hit
  return (
    <>
      <Link
        className={styles['label']}
        to="/documents/$documentId/{-$eid}"
        params={{ documentId, eid }}
        search={{ language, find: words }}
      >
        {label === null ? say('search.hit.unnumbered') : say('search.hit', { label })}
      </Link>
      <p className={styles['excerpt']} lang={language} dir={directionOf(language)}>
        {excerpt.map(({ text, hit: isHit }, index) =>
          isHit ? <mark key={index}>{text}</mark> : text,
        )}
      </p>
    </>
  )
}
