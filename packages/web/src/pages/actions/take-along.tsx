import { ActionFormat } from '@vigil/contract/schemas'
import { Button } from '../../components/button.tsx'
import { useToasts } from '../../components/toasts.tsx'
import { useSay } from '../../i18n/use-say.ts'
import type { InterfaceLanguage } from '../../i18n/languages.ts'
import type { ActionsAddress } from './address.ts'
import { useTakeActions } from './queries.ts'

interface TakeAlongProps {
  readonly address: ActionsAddress
  readonly language: InterfaceLanguage
}

/** The list as it is narrowed down now, as a file for a spreadsheet. */
export function TakeAlong({ address, language }: TakeAlongProps) {
  const say = useSay()
  const toasts = useToasts()
  const { mutate, variables, isPending } = useTakeActions(address, language)
  return ActionFormat.options.map((format) => (
    <Button
      key={format}
      icon="download"
      isPending={isPending && variables === format}
      onPress={() => mutate(format, { onError: (error) => toasts.showError(error) })}
    >
      {say(`actions.export.${format}`)}
    </Button>
  ))
}
