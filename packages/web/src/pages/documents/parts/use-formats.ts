import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import { useSay } from '../../../i18n/use-say.ts'

const KILO = 1000

/** Dates, times and sizes as the reader's language writes them. */
export function useFormats() {
  const { locale } = useIntl()
  const say = useSay()
  return useMemo(() => {
    // A day on a document is a day wherever it is read.
    const day = new Intl.DateTimeFormat(regionOf(locale), { dateStyle: 'long', timeZone: 'UTC' })
    const moment = new Intl.DateTimeFormat(regionOf(locale), {
      dateStyle: 'long',
      timeStyle: 'short',
    })
    const list = new Intl.ListFormat(regionOf(locale), { type: 'disjunction' })
    return {
      /** “one, two or three” */
      formatChoice: (items: readonly string[]) => list.format(items),
      formatDay: (isoDay: string) => day.format(new Date(isoDay)),
      formatTime: (isoTime: string) => moment.format(new Date(isoTime)),
      formatSize: (bytes: number) => {
        if (bytes < KILO) return say('size.bytes', { count: bytes })
        if (bytes < KILO * KILO) return say('size.kilobytes', { size: toTenth(bytes / KILO) })
        return say('size.megabytes', { size: toTenth(bytes / (KILO * KILO)) })
      },
    }
  }, [locale, say])
}

/** United Nations English writes 13 November 2023. */
function regionOf(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale
}

function toTenth(size: number): number {
  return Math.round(size * 10) / 10
}
