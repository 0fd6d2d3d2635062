import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterContextProvider,
} from '@tanstack/react-router'
import { ViolationCode } from '@vigil/core/documents'
import clauses from '@vigil/core/i18n/en/clauses.json' with { type: 'json' }
import web from '@vigil/core/i18n/en/web.json' with { type: 'json' }
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'react-intl'
import { describe, expect, test } from 'vitest'
import { ClauseLink, ClauseMark, ClauseVerb } from '../src/components/clause-mark.tsx'
import { FilterMenu } from '../src/components/filter-menu.tsx'
import { TabLink, Tabs } from '../src/components/tabs.tsx'
import { Tag } from '../src/components/tag.tsx'
import { ViolationMark, ViolationMarks } from '../src/components/violation-marks.tsx'
import { SHAPED_VIOLATIONS } from '../src/components/violation-shapes.ts'
import { WordDifference } from '../src/components/word-difference.tsx'

const messages = { ...web, ...clauses }

const router = createRouter({
  routeTree: createRootRoute(),
  history: createMemoryHistory({ initialEntries: ['/documents/1'] }),
})

function draw(element: ReactElement): string {
  return renderToStaticMarkup(
    <IntlProvider locale="en" messages={messages}>
      <RouterContextProvider router={router}>{element}</RouterContextProvider>
    </IntlProvider>,
  )
}

/** What is left for somebody who hears the page: no marks, names of drawings as words. */
function read(element: ReactElement): string {
  return draw(element)
    .replaceAll(/<svg[^>]*aria-hidden[^>]*>.*?<\/svg>/gu, '')
    .replaceAll(/<(\w+)[^>]*aria-label="([^"]*)"[^>]*>(?:.*?<\/\1>)/gu, '[$2]')
    .replaceAll(/<[^>]+>/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

describe('marks of violations', () => {
  test('every one of the six has a shape of its own and a name', () => {
    expect(SHAPED_VIOLATIONS).toHaveLength(6)
    const drawn = SHAPED_VIOLATIONS.map((code) =>
      draw(<ViolationMark violation={code} label={null} />),
    )
    expect(new Set(drawn.map((svg) => /d="([^"]+)"/u.exec(svg)?.[1])).size).toBe(6)
    for (const code of ViolationCode.options) {
      expect(messages).toHaveProperty([`violation.${code}`])
    }
  })

  test('marks stand in one order, whatever the order of the codes; detention is said in words', () => {
    expect(read(<ViolationMarks codes={['ABD', 'DET', 'RU']} />)).toBe(
      '[Recruitment and use][Abduction]Detention',
    )
  })

  test('the six as a whole are one name, not six', () => {
    expect(read(<ViolationMarks codes={['ALL']} />)).toBe('[All six grave violations]')
  })

  test('nothing is drawn where a clause names none', () => {
    expect(draw(<ViolationMarks codes={[]} />)).toBe('')
  })
})

describe('a word difference', () => {
  test('says to a listener what was taken out and what was put in', () => {
    const runs = [
      { text: '(a) ', change: 'same' },
      { text: 'Requesting the Secretary-General', change: 'deleted' },
      { text: 'Request you', change: 'inserted' },
      { text: ' to continue', change: 'same' },
    ] as const
    expect(read(<WordDifference runs={runs} />)).toBe(
      '(a) deleted: Requesting the Secretary-General end of the change ' +
        'inserted: Request you end of the change to continue',
    )
    expect(draw(<WordDifference runs={runs} />)).toMatch(
      /<del [^>]*>Requesting.*<ins [^>]*>Request/u,
    )
  })
})

describe('a filter', () => {
  const options = [
    { value: 'any', label: 'Every addressee', count: 50 },
    { value: 'government', label: 'Government', count: 1018 },
  ] as const

  test('shows what is chosen and how many, and says what it narrows down', () => {
    const menu = (
      <FilterMenu label="Addressee" value="government" options={options} onChange={() => {}} />
    )
    expect(read(menu)).toBe('Government, 1,018 Addressee')
    expect(draw(menu)).toContain('aria-haspopup="menu" aria-expanded="false"')
  })
})

describe('tabs', () => {
  test('the open view is marked, and each may say how many things it holds', () => {
    const tabs = (
      <Tabs label="Views">
        <TabLink to="." isCurrent count={50}>
          Text and actions
        </TabLink>
        <TabLink to="." isCurrent={false}>
          Letters
        </TabLink>
      </Tabs>
    )
    expect(draw(tabs).match(/aria-current="page"/gu)).toHaveLength(1)
    expect(draw(tabs)).toMatch(/Text and actions <span [^>]*>50<\/span>/u)
  })
})

describe('the mark of a clause', () => {
  test('carries its address, its kind and whether it is the one looked at', () => {
    const html = draw(
      <ClauseMark id="para_6__point_g__clause_1" kind="directive" isCurrent>
        <ClauseVerb>Encouraging</ClauseVerb> the Government
        <ClauseLink to=".">g.1</ClauseLink>
      </ClauseMark>,
    )
    expect(html).toMatch(
      /^<span id="para_6__point_g__clause_1" tabindex="-1" data-clause="directive" aria-current="location"/u,
    )
    expect(html).toMatch(/<b [^>]*>Encouraging<\/b> the Government<a [^>]*href/u)
  })
})

test('a tag with a tone has a drawing beside its words, since colour alone says nothing', () => {
  expect(
    draw(
      <Tag tone="pending" icon="triangle-alert">
        Form not confirmed
      </Tag>,
    ),
  ).toMatch(/<svg .*<\/svg>Form not confirmed/u)
})
