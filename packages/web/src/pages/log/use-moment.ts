import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import { useSay } from '../../i18n/use-say.ts'

/** Moments to the second and in UTC: whoever compares two offices' paper has no other clock in common. */
export function useMoment(): (isoTime: string) => string {
  const { locale } = useIntl()
  const say = useSay()
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
      dateStyle: 'long',
      timeStyle: 'medium',
      timeZone: 'UTC',
    })
    return (isoTime) => say('log.utc', { moment: format.format(new Date(isoTime)) })
  }, [locale, say])
}
