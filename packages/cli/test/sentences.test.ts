import cli from '@vigil/core/i18n/en/cli.json' with { type: 'json' }
import problems from '@vigil/core/i18n/en/problems.json' with { type: 'json' }
import { InterfaceLanguage, say } from '@vigil/core/i18n'
import { expect, test } from 'vitest'

const NUMBER = 16_123
const CATALOGUES = { cli, problems } as const
const ARGUMENT = /\{(\w+)\}/g
/** An argument that chooses between words and is not said itself. */
const CHOICE = /\{(\w+), select,/g

const SENTENCES = InterfaceLanguage.options.flatMap((language) =>
  (['cli', 'problems'] as const).flatMap((area) =>
    Object.entries(CATALOGUES[area])
      .filter(([, message]) => message.search(ARGUMENT) >= 0 && !message.includes('plural'))
      .map(([key, message]) => ({ language, area, key, message })),
  ),
)

test('ports, process ids and other numbers that are names stand in sentences as they are', () => {
  expect(SENTENCES.length).toBeGreaterThan(100)
  for (const { language, area, key, message } of SENTENCES) {
    const names = [...message.matchAll(ARGUMENT)].map(([, name = '']) => name)
    const choices = [...message.matchAll(CHOICE)].map(([, name = '']) => name)
    const values = {
      ...Object.fromEntries(choices.map((name) => [name, 'other'])),
      ...Object.fromEntries(names.map((name) => [name, NUMBER])),
    }
    const said = say(language, { area, key: key as never, values })
    expect([key, said.includes(String(NUMBER))]).toEqual([key, true])
    expect(said).not.toMatch(/16[^0-9]123/)
  }
})
