import type { Grant } from '@vigil/core/policy'
import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import { useSay } from '../../../i18n/use-say.ts'
import { useFormats } from '../../documents/parts/use-formats.ts'

/** Roles, places and days of grants as people say them. */
export function useGrantWords() {
  const say = useSay()
  const { locale } = useIntl()
  const { formatDay } = useFormats()
  return useMemo(() => {
    const list = new Intl.ListFormat(locale, { type: 'conjunction' })
    const placeOf = ({ operation, regions, entity }: Grant): string => {
      const whole =
        operation === null ? say('grant.everywhere') : say('grant.operation', { operation })
      const place =
        regions === null
          ? whole
          : say('grant.regions', { regions: list.format(regions), place: whole })
      return entity === null
        ? place
        : `${place}, ${say('grant.entity', { entity: say(`entity.${entity}`) })}`
    }
    const daysOf = ({ from, until }: Grant): string => {
      const first = say('grant.from', { day: formatDay(from) })
      return until === null ? first : `${first} ${say('grant.until', { day: formatDay(until) })}`
    }
    return {
      listWords: (words: readonly string[]) => list.format(words),
      placeOf,
      daysOf,
      /** The role and where it holds, in one line. */
      lineOf: (grant: Grant) => `${say(`role.${grant.role}`)}, ${placeOf(grant)}`,
    }
  }, [say, locale, formatDay])
}
