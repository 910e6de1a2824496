/**
 * `npm run measure-jobs`: a practice manager's tasks done in a browser, following the text on the pages; measures clicks, choices and
 * seconds.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Locator, type Page } from '@playwright/test'
import { buildStalePages } from '../../cli/build-pages.ts'
import { startRota } from '../../reliability/rota-process.ts'

const CHROMIUM = '/usr/bin/chromium'
const FILE = new URL('../../fixtures/networks/one-practice.json', import.meta.url)
const RECORD = new URL('../../fixtures/records/fern-lane.json', import.meta.url)
const [ODS, ODS_OF_RECORD] = ['U90920', 'U90921']
const WEEK = '2026-11-30'
const SOLVE = { seconds: 20, gap: 0.02, seed: 1 }

interface Hand {
  readonly page: Page
  readonly click: (what: Locator) => Promise<void>
  /** Chooses from a list, or types. */
  readonly enter: (what: Promise<unknown>) => Promise<void>
}

type Job = readonly [name: string, work: (hand: Hand) => Promise<void>]

const named = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()
const saved = (page: Page) => page.getByText(/changed and saved/).waitFor()

const JOBS: readonly Job[] = [
  [
    'Fill Wednesday’s duty gap',
    async ({ page, click }) => {
      await click(named(page, /^Who could\?.*no duty doctor on Wednesday/))
      await click(page.getByRole('dialog').getByRole('listitem').first().getByRole('button').first())
      await page.getByText(/then has a duty doctor on Wednesday/).waitFor()
    },
  ],
  [
    'Move a nurse’s clinic to another half-day',
    async ({ page, click }) => {
      await click(named(page, /^Nurse 1, .*: clinic at /))
      await click(named(page, /^Keep free/))
      await saved(page)
      await click(named(page, /^Nurse 1, .*: nothing planned/))
      await click(
        page
          .getByRole('dialog')
          .getByRole('button', { name: /^Clinic at / })
          .first(),
      )
      await saved(page)
    },
  ],
  [
    'Publish',
    async ({ page, click }) => {
      await click(named(page, 'Publish…'))
      await click(named(page, 'Publish this week'))
      await named(page, 'Published').waitFor()
    },
  ],
  [
    'A GP is ill on Tuesday: answer it and publish',
    async ({ page, click, enter }) => {
      await click(named(page, 'Someone is away'))
      await enter(page.getByRole('combobox', { name: 'Who' }).selectOption({ label: 'GP partner 2' }))
      await enter(page.getByRole('combobox', { name: 'First day' }).selectOption('2026-12-01'))
      await click(named(page, 'Who could?'))
      await click(named(page, /^Take this/))
      await saved(page)
      await click(named(page, 'Publish…'))
      await click(named(page, 'Publish this week'))
      await named(page, 'Published').waitFor()
    },
  ],
  [
    'Grant leave the week after next',
    async ({ page, click, enter }) => {
      await page.goto(new URL(`/networks/${ODS_OF_RECORD}`, page.url()).href)
      await click(page.getByRole('link', { name: 'Team' }))
      await click(named(page, 'Leave calendar'))
      await click(named(page, 'Grant leave'))
      await enter(page.getByRole('combobox', { name: 'Who' }).selectOption({ label: 'GP 2' }))
      await enter(page.getByLabel('First day').fill('2026-12-14'))
      await enter(page.getByLabel('Last day').fill('2026-12-18'))
      await click(named(page, 'What would it do?'))
      await page
        .getByRole('dialog')
        .getByRole('heading', { name: /^Week from/ })
        .first()
        .waitFor()
      await click(named(page, 'Grant it'))
      await page.getByText(/granted\. Saved/).waitFor()
    },
  ],
]

await buildStalePages({ say: (line) => process.stderr.write(`${line}\n`) })
const data = await mkdtemp(join(tmpdir(), 'rota-jobs-'))
const service = startRota({ words: ['serve', '--port', '8398', '--data', data, '--log-level', 'warn'] })
const url = await service.ready
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
try {
  await prepare(url)
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
  await page.goto(`${url}/networks/${ODS}/weeks/${WEEK}`)
  await page.locator('[data-place]').first().waitFor()
  for (const job of JOBS) process.stdout.write(`${JSON.stringify(await done(page, job))}\n`)
} finally {
  await browser.close()
  await service.end()
  await rm(data, { recursive: true, force: true })
}

async function done(page: Page, [name, work]: Job) {
  const counted = { clicks: 0, entries: 0 }
  const begun = performance.now()
  await work({
    page,
    click: async (what) => {
      counted.clicks++
      await what.click({ timeout: 120_000 })
    },
    enter: async (what) => {
      counted.entries++
      await what
    },
  })
  return { name, ...counted, seconds: Math.round((performance.now() - begun) / 100) / 10 }
}

/** A record, and a week whose rota has nobody on duty on Wednesday morning. */
async function prepare(url: string): Promise<void> {
  const given = JSON.parse(await readFile(FILE, 'utf8'))
  const document = { ...given, network: { ...given.network, ods: ODS }, solve: SOLVE }
  const { id } = await send(`${url}/v1/solves`, 'POST', document)
  const week = `${url}/v1/networks/${ODS}/weeks/${WEEK}`
  await send(`${week}/document`, 'PUT', document)
  for (;;) {
    const { state, report } = await json(await fetch(`${url}/v1/solves/${id}`))
    if (state === 'done') {
      const { assignments } = report as { readonly assignments: readonly Record<string, unknown>[] }
      const isGap = ({ date, part, work }: Record<string, unknown>) =>
        date === '2026-12-02' && part === 'am' && work === 'duty'
      await send(`${week}/rotas`, 'POST', { assignments: assignments.filter((one) => !isGap(one)) })
      break
    }
    if (state !== 'queued' && state !== 'running') throw new Error(`The solve is ${state}.`)
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  const record = JSON.parse(await readFile(RECORD, 'utf8'))
  await send(`${url}/v1/networks/${ODS_OF_RECORD}/record`, 'PUT', {
    ...record,
    network: { ...record.network, ods: ODS_OF_RECORD },
  })
}

async function send(address: string, method: string, body: unknown): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' }
  return json(await fetch(address, { method, headers, body: JSON.stringify(body) }))
}

async function json(response: Response): Promise<Record<string, unknown>> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Record<string, unknown>
}
