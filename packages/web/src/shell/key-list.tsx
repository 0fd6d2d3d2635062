import { Fragment } from 'react'
import { Kbd } from '../components/kbd.tsx'
import styles from './key-list.module.css'

interface KeyListProps {
  readonly keys: readonly { readonly keys: readonly string[]; readonly words: string }[]
}

/** Keys and what they do. */
export function KeyList({ keys }: KeyListProps) {
  return (
    <dl className={styles['list']}>
      {keys.map(({ keys: names, words }) => (
        <Fragment key={words}>
          <dt>
            {names.map((name) => (
              <Kbd key={name}>{name}</Kbd>
            ))}
          </dt>
          <dd>{words}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
