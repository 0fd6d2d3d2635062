import { TabLink, Tabs } from '../../components/tabs.tsx'
import { useSay } from '../../i18n/use-say.ts'
import type { LogAddress, LogTab } from './address.ts'

const TABS = [undefined, 'seen', 'disclosures', 'refused', 'erased'] as const

interface LogTabsProps {
  /** The view that is open; undefined is all entries. */
  readonly current: LogTab | 'checkpoints' | undefined
  /** What narrows the entries down goes along from view to view. */
  readonly address?: LogAddress
}

/** The views of the log, and what is kept of it elsewhere. */
export function LogTabs({ current, address }: LogTabsProps) {
  const say = useSay()
  return (
    <Tabs label={say('log.views')}>
      {TABS.map((view) => (
        <TabLink
          key={view ?? 'everything'}
          to="/log"
          isCurrent={current === view}
          search={{ ...address, view }}
        >
          {say(`log.view.${view ?? 'everything'}`)}
        </TabLink>
      ))}
      <TabLink to="/log/checkpoints" isCurrent={current === 'checkpoints'}>
        {say('log.view.checkpoints')}
      </TabLink>
    </Tabs>
  )
}
