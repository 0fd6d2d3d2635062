import {
  alignRenditions,
  type AlignedRow,
  type DocumentLanguage,
  type Paragraph,
} from '@vigil/core/documents'
import type { Rendition } from '@vigil/contract/schemas'
import { useMemo } from 'react'
import { useSay } from '../../../i18n/use-say.ts'
import { classNames } from '../../../components/class-names.ts'
import { directionOf, OWN_NAMES } from '../../documents/parts/names.ts'
import { shapeOf } from './paragraph.tsx'
import { useScrollToParagraph } from './places.ts'
import styles from './beside.module.css'

interface BesideProps {
  readonly one: Rendition
  readonly other: Rendition
  readonly targetEid: string | undefined
}

/** Two languages of one document side by side, paragraph by paragraph; what one lacks is said. */
export function Beside({ one, other, targetEid }: BesideProps) {
  const rows = useMemo(() => alignRenditions(one.paragraphList, other.paragraphList), [one, other])
  const languages = { one: one.language, other: other.language }
  const text = `${one.language}-${other.language}`
  useScrollToParagraph(targetEid, text)
  return (
    <section className={styles['beside']} data-text={text}>
      <Summary rows={rows} {...languages} />
      <div className={styles['sheet']}>
        <div className={styles['head']}>
          <bdi lang={one.language}>{OWN_NAMES[one.language]}</bdi>
          <bdi lang={other.language}>{OWN_NAMES[other.language]}</bdi>
        </div>
        {rows.map((row) => (
          <div
            key={row.eid}
            id={row.eid}
            tabIndex={-1}
            aria-current={row.eid === targetEid ? 'location' : undefined}
            className={classNames(styles['row'], row.eid === targetEid && styles['target'])}
          >
            <Side paragraph={row.one} language={languages.one} />
            <Side paragraph={row.other} language={languages.other} />
          </div>
        ))}
      </div>
    </section>
  )
}

interface Languages {
  readonly one: DocumentLanguage
  readonly other: DocumentLanguage
}

function Summary({ rows, one, other }: Languages & { rows: readonly AlignedRow[] }) {
  const say = useSay()
  const onlyFirst = rows.filter((row) => row.other === null).length
  const onlySecond = rows.filter((row) => row.one === null).length
  return (
    <p className={styles['summary']}>
      {say('document.beside.summary', {
        both: rows.length - onlyFirst - onlySecond,
        onlyFirst,
        onlySecond,
        first: say(`language.${one}`),
        second: say(`language.${other}`),
      })}
    </p>
  )
}

interface SideProps {
  readonly paragraph: Paragraph | null
  readonly language: DocumentLanguage
}

function Side({ paragraph, language }: SideProps) {
  const say = useSay()
  if (paragraph === null) {
    return (
      <p className={styles['missing']}>
        {say('document.beside.notThere', { language: say(`language.${language}`) })}
      </p>
    )
  }
  return (
    <div
      lang={language}
      dir={directionOf(language)}
      className={classNames(styles['side'], styles[paragraph.kind])}
      style={shapeOf(paragraph)}
    >
      <span className={styles['marker']}>{paragraph.marker}</span>
      <p>{paragraph.text}</p>
    </div>
  )
}
