import { createContext, type ReactNode, use, useDeferredValue, useMemo } from 'react'
import { IntlProvider } from 'react-intl'
import { language } from '../preferences/preferences.ts'
import { usePreference } from '../preferences/preference.ts'
import { type Area, type Catalogue, loadCatalogue } from './catalogues.ts'

const Outer = createContext<Catalogue>({})

interface MessagesProps {
  readonly area: Area
  readonly children: ReactNode
}

/**
 * Gives what stands inside the messages of `area`, beside those given further out. While another
 * language is fetched the earlier one stays on screen.
 */
export function Messages({ area, children }: MessagesProps) {
  const locale = useDeferredValue(usePreference(language))
  const own = use(loadCatalogue(area, locale))
  const outer = use(Outer)
  const messages = useMemo(() => ({ ...outer, ...own }), [outer, own])
  return (
    <Outer value={messages}>
      <IntlProvider locale={locale} messages={messages}>
        {children}
      </IntlProvider>
    </Outer>
  )
}
