import type { AddresseeCode } from '@vigil/core/documents'
import { useSay } from '../i18n/use-say.ts'
import styles from './addressees.module.css'

/** Whom a clause or a letter speaks to, one under the other; null where that cannot be told. */
export function Addressees({ codes }: { codes: readonly AddresseeCode[] | null }) {
  const say = useSay()
  if (codes === null) return <span className={styles['none']}>{say('addressee.unknown')}</span>
  return codes.map((code) => (
    <span key={code} className={styles['one']}>
      {say(`addressee.${code}`)}
    </span>
  ))
}
