import type { Obstacle } from '@vigil/contract/schemas'
import { OFFICES } from '@vigil/core/leaving'
import { Note } from '../../components/note.tsx'
import { useSay } from '../../i18n/use-say.ts'
import styles from './leaving.module.css'

/** What keeps the account from ending, each with what to do about it. */
export function Obstacles({ obstacles }: { obstacles: readonly Obstacle[] }) {
  const say = useSay()
  const wordsOf = useObstacleWords()
  if (obstacles.length === 0) return <Note tone="verified">{say('leaving.way.none')}</Note>
  const words = obstacles.map(wordsOf)
  return (
    <ul className={styles['way']}>
      {words.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
}

function useObstacleWords(): (obstacle: Obstacle) => string {
  const say = useSay()
  return (obstacle) => {
    if (obstacle.what === 'given' || obstacle.what === 'unread') {
      return say(`leaving.obstacle.${obstacle.what}`, { count: obstacle.count })
    }
    if (obstacle.what === 'office') {
      const office = OFFICES.find((one) => one === obstacle.action) ?? 'account.grant'
      return say(`leaving.obstacle.office.${office}`)
    }
    const { role, operation, entity } = obstacle
    return say('leaving.obstacle.seat', {
      role: say(`role.${role}`),
      operation,
      entity: say(`entity.${entity}`),
    })
  }
}
