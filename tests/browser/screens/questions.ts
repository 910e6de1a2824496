/**
 * Writes docs/screens/mix-question-*.png: six of a director's questions, each asked on the page of a fictional network. `npm run
 * screens`.
 */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, test } from '../service.ts'

const FOLDER = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))
const FILE = new URL('../../../fixtures/networks/five-practices.json', import.meta.url)
const ODS = 'U99998'
const SOON = { timeout: 120_000 }

const compared = async (page: Page) => {
  const table = page.getByRole('table', { name: 'Scenarios side by side' })
  await expect(table.getByText(/better|worse|not proven|the same/).first()).toBeVisible(SOON)
  return page.getByRole('heading', { name: 'Scenarios side by side' })
}
const best = async (page: Page) => {
  await expect(page.getByText(/of £50,000 a year|No post costing up to £50,000/)).toBeVisible(SOON)
  return page.getByRole('heading', { name: 'The best posts for a budget' })
}

const QUESTIONS = [
  { name: 'physios-or-anp', words: 'Two physios or one ANP?', answered: compared },
  { name: 'practice-joins', words: 'A practice of 4,000 joins', answered: compared },
  { name: 'gps-lose', words: 'We lose 10% of GP sessions', answered: compared },
  { name: 'hub', words: 'Pharmacists move to a hub', answered: compared },
  { name: 'last-of-arrs', words: 'Best use of the last £50,000 of ARRS', answered: best },
  { name: 'train-nurses', words: 'What if we train two nurses?', answered: compared },
] as const

for (const { name, words, answered } of QUESTIONS) {
  test(`mix-question-${name}`, async ({ page, request }) => {
    const given = JSON.parse(await readFile(FILE, 'utf8'))
    const document = { ...given, network: { ...given.network, ods: ODS } }
    const put = await request.put(`/v1/networks/${ODS}/weeks/${document.week.from}/document`, { data: document })
    expect([201, 412, 428, 200]).toContain(put.status())
    await page.goto(`/networks/${ODS}/mix?week=${document.week.from}`)
    await page.getByRole('button', { name: words }).click(SOON)
    const heading = await answered(page)
    await heading.evaluate((element) => {
      element.scrollIntoView({ block: 'start' })
      window.scrollBy(0, -150)
    })
    await page.screenshot({ path: `${FOLDER}mix-question-${name}.png`, animations: 'disabled' })
  })
}
