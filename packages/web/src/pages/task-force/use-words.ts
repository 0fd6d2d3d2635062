import type { Entity } from '@vigil/core/policy'
import { useIntl } from 'react-intl'
import { useSay } from '../../i18n/use-say.ts'
import { useFormats } from '../documents/parts/use-formats.ts'

/** Entities and days as people say them. */
export function useWords() {
  const say = useSay()
  const { locale } = useIntl()
  const { formatDay } = useFormats()
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    entityList: (entities: readonly Entity[]) =>
      list.format(entities.map((entity) => say(`seat.${entity}`))),
    days: ({ from, until }: { readonly from: string; readonly until: string | null }) =>
      until === null
        ? say('days.from', { from: formatDay(from) })
        : say('days.between', { from: formatDay(from), until: formatDay(until) }),
  }
}
