import { classNames } from '../../../components/class-names.ts'
import { useSay } from '../../../i18n/use-say.ts'
import type { ShownKind } from '../address.ts'
import type { DocumentPlace } from '../use-document-place.ts'
import styles from './clause-kinds.module.css'
import { type ClauseItem, fits, kindOf } from './items.ts'

interface ClauseKindsProps {
  readonly items: readonly ClauseItem[]
  readonly place: DocumentPlace
}

/** What asks comes first: it is what one looks for. */
const KINDS = ['directive', 'normative', 'expressive', 'view'] as const satisfies ShownKind[]

/** How many clauses there are of each kind, how each is marked in the text, and one of them alone. */
export function ClauseKinds({ items, place }: ClauseKindsProps) {
  const say = useSay()
  const { address, change } = place
  const fitting = items.filter((item) => fits(item, { ...address, kind: undefined }))
  const kinds = KINDS.filter((kind) => items.some((item) => kindOf(item) === kind))
  return (
    <div className={styles['kinds']} role="group" aria-label={say('actions.filter.kind')}>
      {kinds.map((kind) => {
        const isChosen = address.kind === kind
        const count = fitting.filter((item) => kindOf(item) === kind).length
        return (
          <button
            key={kind}
            type="button"
            className={styles['kind']}
            aria-pressed={isChosen}
            onClick={() => change({ kind: isChosen ? undefined : kind })}
          >
            <KindSample kind={kind} />
            {say(`clauses.kind.${kind}`, { count })}
          </button>
        )
      })}
    </div>
  )
}

/** The mark of a kind as it stands in the text. */
export function KindSample({ kind }: { kind: ShownKind }) {
  return <span aria-hidden="true" className={classNames(styles['sample'], styles[kind])} />
}
