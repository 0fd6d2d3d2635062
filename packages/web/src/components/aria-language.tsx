import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { useIntl } from 'react-intl'

/** Has React Aria speak the interface's language, not the browser's. */
export function AriaLanguage({ children }: { children: ReactNode }) {
  const { locale } = useIntl()
  return <I18nProvider locale={locale}>{children}</I18nProvider>
}
