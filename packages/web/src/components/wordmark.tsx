import styles from './wordmark.module.css'

/** The name with its mark, a candle kept burning; never mirrored. */
export function Wordmark() {
  return (
    <span className={styles['wordmark']}>
      <svg viewBox="0 0 12 24" aria-hidden="true" focusable="false" className={styles['mark']}>
        <path d="M6 1c2.200 2.400 3 3.800 3 5.200A3 3 0 0 1 3 6.200C3 4.800 3.800 3.400 6 1z" />
        <path d="M3.500 11h5v12h-5z" />
      </svg>
      Vigil
    </span>
  )
}
