import { useSay } from '../../../i18n/use-say.ts'
import type { CitedDocument } from './cited.ts'
import styles from './citations.module.css'

/** Wide enough for two symbols and the lines between them, narrow enough for a phone. */
const WIDTH = 340
const ROW = 22
const MOST = 24
const FROM = { x: 112 } as const
const TO = { x: 216 } as const
const THICKEST = 8

interface CitationPictureProps {
  readonly symbol: string | null
  readonly cited: readonly CitedDocument[]
}

/** This document on one side, what it cites on the other; a line is as thick as it is cited often. */
export function CitationPicture({ symbol, cited }: CitationPictureProps) {
  const say = useSay()
  const shown = cited.slice(0, MOST)
  const height = Math.max(1, shown.length) * ROW + 8
  const middle = height / 2
  const more = cited.length - shown.length
  return (
    <figure className={styles['figure']}>
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        className={styles['picture']}
        role="img"
        aria-label={say('citations.picture', { count: cited.flatMap((one) => one.symbols).length })}
        direction="ltr"
      >
        <text x={FROM.x - 6} y={middle + 4} textAnchor="end" className={styles['own']}>
          {symbol ?? say('citations.thisDocument')}
        </text>
        {shown.map((one, index) => (
          <Line key={one.symbols[0]} cited={one} middle={middle} y={index * ROW + ROW / 2 + 4} />
        ))}
      </svg>
      <figcaption className={styles['caption']}>
        {say('citations.thickness')}
        {more > 0 && ` ${say('citations.picture.more', { count: more })}`}
      </figcaption>
    </figure>
  )
}

interface LineProps {
  readonly cited: CitedDocument
  readonly middle: number
  readonly y: number
}

function Line({ cited, middle, y }: LineProps) {
  const bend = (FROM.x + TO.x) / 2
  return (
    <g>
      <path
        className={styles['line']}
        strokeWidth={Math.min(THICKEST, cited.count)}
        d={`M${FROM.x} ${middle} C${bend} ${middle} ${bend} ${y} ${TO.x} ${y}`}
      />
      <text x={TO.x + 6} y={y + 4}>
        {cited.committee ?? cited.symbols[0]}
      </text>
    </g>
  )
}
