/** States of the pages while a file is imported or exported. Listed in page-states.ts. */
import type { PageState } from './page-states.ts'
import { expect } from './service.ts'
import { plannedWeek, storedRecord } from './small-network.ts'
import { upload } from './uploads.ts'

export const FILE_STATES: readonly PageState[] = [
  {
    name: 'files-team',
    open: async ({ page, request, ods }) => {
      await storedRecord(request, ods)
      await page.goto(`/networks/${ods}/team`)
      await upload(page, 'From a spreadsheet', 'fern-lane-team.xlsx')
      await expect(page.getByLabel('“wellness wizard” means')).toBeVisible()
    },
  },
  {
    name: 'files-team-corrected',
    open: async ({ page, request, ods }) => {
      await storedRecord(request, ods)
      await page.goto(`/networks/${ods}/team`)
      await upload(page, 'From a spreadsheet', 'fern-lane-team.xlsx')
      await page.getByLabel('“wellness wizard” means').selectOption({ label: 'Health and wellbeing coach' })
      await expect(page.getByText('What would change')).toBeVisible()
    },
  },
  {
    name: 'files-leave',
    open: async ({ page, request, ods }) => {
      await storedRecord(request, ods)
      await page.goto(`/networks/${ods}/team?tab=leave&month=2026-12`)
      await upload(page, 'From a file', 'fern-lane-leave.xlsx')
      await page.getByLabel('“pharmacy eve” means').selectOption({ label: 'Pharmacist 1' })
      await expect(page.getByText('What would change')).toBeVisible()
    },
  },
  {
    name: 'files-demand',
    open: async ({ page, request, ods }) => {
      await storedRecord(request, ods)
      await page.goto(`/networks/${ods}/demand`)
      await upload(page, 'Figures from a file', 'fern-lane-counts.csv')
      await expect(page.getByText('What would change')).toBeVisible()
    },
  },
  {
    name: 'files-none',
    open: async ({ page, request, ods }) => {
      await storedRecord(request, ods)
      await page.goto(`/networks/${ods}/team`)
      await page.getByRole('button', { name: 'From a spreadsheet' }).click()
      await page
        .getByLabel('Choose a file, or drop it here')
        .setInputFiles({ name: 'rota.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 …') })
      await expect(page.getByText(/This is a PDF/)).toBeVisible()
    },
  },
  {
    name: 'files-rota',
    open: async ({ page, request, ods }) => {
      await storedRecord(request, ods)
      await page.goto(`/networks/${ods}/weeks/2026-12-07`)
      await upload(page, 'Open a rota from a spreadsheet', 'fern-lane-rota.xlsx')
      await page.getByLabel('“hub” means').selectOption({ label: 'works elsewhere' })
      await expect(page.getByText('What would change on the board')).toBeVisible()
    },
  },
  {
    name: 'files-week',
    open: async ({ page, request, ods }) => {
      const week = await plannedWeek(request, { ods })
      await page.goto(week.page)
      await page.getByRole('button', { name: 'Files' }).click()
      await expect(page.getByRole('link', { name: 'FHIR bundle' })).toBeVisible()
    },
  },
]
