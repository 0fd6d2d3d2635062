import { expect, test } from 'vitest'
import { useInstallation } from './support/installation.ts'
import { FIRST_PERSON } from './support/journey.ts'
import { enterCoChairs } from './support/task-force.ts'

const vigil = useInstallation()

test('co-chairs are entered, and an officer in charge is refused in words where it cannot be', async () => {
  const { page, close } = await vigil.begin()
  await page.getByRole('link', { name: 'Task force' }).click()
  await page.getByText('There is no task force yet').waitFor()
  await enterCoChairs(page)
  const sets = page.getByRole('table', { name: 'Co-chairs' })
  expect(await sets.innerText()).toContain('from 1 January 2024 on')
  await page.getByText('Usual: nobody signs two levels').waitFor()
  await page.getByRole('button', { name: 'Name an officer in charge' }).click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByLabel('Who will be absent').inputValue()).toBe(FIRST_PERSON.signInName)
  await dialog.getByLabel('Who acts for them').fill(FIRST_PERSON.signInName)
  await dialog.getByLabel('First day').fill('2031-03-01')
  await dialog.getByLabel('Last day').fill('2031-03-14')
  await dialog.getByRole('button', { name: 'Name', exact: true }).click()
  await dialog.getByText('Nobody acts for themselves.').waitFor()
  await close()
})
