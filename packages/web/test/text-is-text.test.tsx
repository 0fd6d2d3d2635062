import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'react-intl'
import { expect, test } from 'vitest'
import { Docket } from '../src/components/docket.tsx'
import { EmptyState } from '../src/components/empty-state.tsx'
import { Note } from '../src/components/note.tsx'
import { Section } from '../src/components/section.tsx'
import { Tag } from '../src/components/tag.tsx'
import { PersonName } from '../src/pages/log/person-name.tsx'

const MARKUP = `<img src=x onerror="alert(1)">'"><script>alert(1)</script>`

const SHOWN: Readonly<Record<string, ReactElement>> = {
  docket: <Docket rows={[[MARKUP, MARKUP]]} />,
  'empty state': <EmptyState title={MARKUP} />,
  note: <Note>{MARKUP}</Note>,
  section: <Section title={MARKUP}>{MARKUP}</Section>,
  tag: <Tag>{MARKUP}</Tag>,
  person: <PersonName person={{ id: MARKUP, name: MARKUP }} />,
}

test('a text that looks like markup stays a text, whatever shows it', () => {
  for (const [name, element] of Object.entries(SHOWN)) {
    const drawn = renderToStaticMarkup(
      <IntlProvider locale="en" messages={{}}>
        {element}
      </IntlProvider>,
    )
    expect([name, /<(?:img|script)/.test(drawn)]).toEqual([name, false])
    expect(drawn).toContain('&lt;img')
  }
})
