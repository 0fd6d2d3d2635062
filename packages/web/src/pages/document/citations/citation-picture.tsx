import { useSay } from '../../../i18n/use-say.ts'
import type { CitedDocument } from './cited.ts'
import styles from './citations.module.css'

const WIDTH = 720
const ROW = 22
const MOST = 24
const FROM = { x: 180 } as const
const TO = { x: 470 } as const
const THICKEST = 8

interface CitationPictureProps {
  readonly symbol: string | null
  readonly cited: readonly CitedDocument[]
}

/** This document on one side, those it cites on the other; a line is as thick as it is cited often. */
export function CitationPicture({ symbol, cited }: CitationPictureProps) {
  const say = useSay()
  const shown = cited.slice(0, MOST)
  const height = Math.max(1, shown.length) * ROW + 8
  const middle = height / 2
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      className={styles['picture']}
      role="img"
      aria-label={say('citations.picture', { count: cited.length })}
      direction="ltr"
    >
      <text x={FROM.x - 8} y={middle + 4} textAnchor="end" className={styles['own']}>
        {symbol ?? say('citations.thisDocument')}
      </text>
      {shown.map((one, index) => {
        const y = index * ROW + ROW / 2 + 4
        const bend = (FROM.x + TO.x) / 2
        return (
          <g key={one.symbol}>
            <path
              className={styles['line']}
              strokeWidth={Math.min(THICKEST, one.count)}
              d={`M${FROM.x} ${middle} C${bend} ${middle} ${bend} ${y} ${TO.x} ${y}`}
            />
            <text x={TO.x + 8} y={y + 4}>
              {one.symbol}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
