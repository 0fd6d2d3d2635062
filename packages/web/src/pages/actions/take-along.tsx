import { ActionFormat } from '@vigil/contract/schemas'
import { buttonClass } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { useSay } from '../../i18n/use-say.ts'
import type { InterfaceLanguage } from '../../i18n/languages.ts'
import type { ActionsAddress } from './address.ts'
import { exportHref } from './queries.ts'

interface TakeAlongProps {
  readonly address: ActionsAddress
  readonly language: InterfaceLanguage
}

/** The list as it is narrowed down now, as a file for a spreadsheet. */
export function TakeAlong({ address, language }: TakeAlongProps) {
  const say = useSay()
  return ActionFormat.options.map((format) => (
    <a
      key={format}
      href={exportHref({ address, language, format })}
      download
      className={buttonClass({ kind: 'secondary', size: 'm' })}
    >
      <Icon name="download" />
      {say(`actions.export.${format}`)}
    </a>
  ))
}
