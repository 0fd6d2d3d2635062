import { expect, test } from 'vitest'
import { useInstallation } from './support/installation.ts'
import { FIRST_PERSON, open } from './support/journey.ts'

const vigil = useInstallation()

test('who is here, with which roles, and what these let them do', async () => {
  const { page, close } = await vigil.begin()
  await page.getByRole('link', { name: 'People' }).click()
  await page.getByRole('link', { name: FIRST_PERSON.name }).click()
  await page.getByText('These are your own roles.').waitFor()
  expect(await page.getByRole('button', { name: 'Give a role' }).count()).toBe(0)
  await page.getByRole('link', { name: 'What this person may do' }).click()
  const may = page.getByRole('region', { name: `${FIRST_PERSON.name} may`, exact: true })
  await may.getByRole('heading', { name: 'Give roles' }).waitFor()
  expect(await may.innerText()).toContain('administrators keep accounts')
  expect(await may.getByRole('heading', { name: 'Read incidents' }).count()).toBe(0)
  const answer = page.getByRole('region', { name: 'Ask about one incident' })
  await answer.getByText(`No, ${FIRST_PERSON.name} may not.`).waitFor()
  const forbidding = answer.getByRole('row', { name: /never reads content/ })
  expect(await forbidding.innerText()).toContain('forbids it')
  await close()
})

test('a person who is not there is said to be not there', async () => {
  const { page, close } = await vigil.enter()
  await open(page, '/people/01900000-0000-7000-8000-000000000000')
  await page.getByText('There is nobody at this address').waitFor()
  await close()
})
