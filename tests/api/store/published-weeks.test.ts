/** What a network goes by, week by week: rotas of several weeks, replaced in some of them, and taken back. */
import { type Kysely, sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { listAudit } from '../../../api/store/audit.ts'
import { keepDocument } from '../../../api/store/kept-documents.ts'
import { up as publishedWeeks } from '../../../api/store/migrations/0012-published-weeks.ts'
import { withdraw } from '../../../api/store/publications.ts'
import { findPublished, findRota, keepRota, listRotas } from '../../../api/store/rotas.ts'
import { addWebhook } from '../../../api/store/webhooks.ts'
import { listWeeks } from '../../../api/store/weeks.ts'
import { type Opened, openForTest } from './open-database.ts'
import { ONE_DAY, publishRota } from './publish-rota.ts'

let at: Opened
beforeAll(async () => {
  at = await openForTest()
  await addWebhook(at.db, { network: 'U1', actor: 'a', url: 'u', events: ['rota.published', 'rota.withdrawn'] })
})
afterEach(async () => {
  for (const table of ['published_weeks', 'publications', 'rotas', 'kept_documents', 'weeks', 'deliveries'] as const)
    await at.db.deleteFrom(table).execute()
  await at.db.deleteFrom('audit').execute()
  expect(at.faults).toEqual([])
})
afterAll(() => at.close())

const MONTH = ['2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21'] as const
const [FIRST, SECOND, THIRD, FOURTH] = MONTH
const TENANT = { network: 'U1', actor: 'local' }

/** A rota that begins in a week, for these weeks: its document names their first days, with blanks between them. */
async function rota(weekFrom: string, weeks: readonly string[]): Promise<number> {
  const document = JSON.stringify(weeks.join(' '))
  const kept = { ...TENANT, weekFrom, documentHash: `sha256:${document}` }
  await keepDocument(at.db, { ...kept, networkName: 'A', document, hasSeen: () => 'yes' })
  const made = await keepRota(at.db, { ...kept, body: document, judgement: '{}' })
  if (made.kind !== 'kept') throw new Error('not kept')
  return made.version
}

async function publishing(weekFrom: string, version: number) {
  const { document = '""' } = (await findRota(at.db, { network: TENANT.network, weekFrom }, version)) ?? {}
  return publishRota(at.db, { ...TENANT, weekFrom, version }, { weeks: (JSON.parse(document) as string).split(' ') })
}
const takingBack = (weekFrom: string, version: number) => withdraw(at.db, { ...TENANT, weekFrom, version }, ONE_DAY)

/** First day of the rota that each week of the month goes by. */
const goneBy = () =>
  Promise.all(
    MONTH.map(async (weekFrom) => (await findPublished(at.db, { network: 'U1', weekFrom }))?.weekFrom ?? null),
  )

async function news() {
  const rows = await at.db.selectFrom('deliveries').select(['event', 'body']).orderBy('created_at').execute()
  return rows.map(({ event, body }) => [event, JSON.parse(body).data])
}

const done = async () =>
  (await listAudit(at.db, 'U1', { before: null, limit: 10 }))
    .map(({ action, subject }) => `${action} ${subject}`)
    .filter((entry) => !entry.startsWith('keep'))
    .reverse()

describe('a rota of four weeks', () => {
  it('is published for each of them, and they are listed', async () => {
    const version = await rota(FIRST, MONTH)
    expect(await publishing(FIRST, version)).toEqual({ kind: 'published', replaces: [], affected: [] })
    expect(await goneBy()).toEqual([FIRST, FIRST, FIRST, FIRST])
    const weeks = await listWeeks(at.db, 'U1')
    expect(weeks.map(({ weekFrom, published, publishedFrom }) => [weekFrom, published, publishedFrom])).toEqual(
      [...MONTH].reverse().map((week) => [week, 1, FIRST]),
    )
  })

  it('gives a week up to a rota published for it, and stays published for the others', async () => {
    const month = await rota(FIRST, MONTH)
    const week = await rota(SECOND, [SECOND])
    await publishing(FIRST, month)
    expect(await publishing(SECOND, week)).toEqual({
      kind: 'published',
      replaces: [{ weekFrom: FIRST, version: month, weeks: [SECOND], left: [FIRST, THIRD, FOURTH] }],
      affected: [],
    })
    expect(await goneBy()).toEqual([FIRST, SECOND, FIRST, FIRST])
    const [listed] = await listRotas(at.db, { network: 'U1', weekFrom: FIRST })
    expect(listed?.publishedWeeks).toEqual([FIRST, THIRD, FOURTH])
    expect(await done()).toEqual([
      `publish ${FIRST}/rota/1`,
      `replace ${FIRST}/rota/1/weeks/${SECOND}`,
      `publish ${SECOND}/rota/1`,
    ])
    expect((await news()).at(-1)).toEqual([
      'rota.published',
      {
        network: 'U1',
        weekFrom: SECOND,
        version: 1,
        weeks: [SECOND],
        replaces: [{ weekFrom: FIRST, version: 1, weeks: [SECOND], left: [FIRST, THIRD, FOURTH] }],
        affected: 0,
      },
    ])
  })

  it('takes the place of every rota inside it, which are withdrawn', async () => {
    const week = await rota(SECOND, [SECOND])
    const later = await rota(THIRD, [THIRD, FOURTH])
    const month = await rota(FIRST, MONTH)
    await publishing(SECOND, week)
    await publishing(THIRD, later)
    const published = await publishing(FIRST, month)
    expect(published).toMatchObject({
      replaces: [
        { weekFrom: SECOND, left: [] },
        { weekFrom: THIRD, left: [] },
      ],
    })
    expect(await goneBy()).toEqual([FIRST, FIRST, FIRST, FIRST])
    expect((await news()).map(([event, { weekFrom }]) => [event, weekFrom])).toEqual([
      ['rota.published', SECOND],
      ['rota.published', THIRD],
      ['rota.withdrawn', SECOND],
      ['rota.withdrawn', THIRD],
      ['rota.published', FIRST],
    ])
    expect(await takingBack(SECOND, week)).toBe(false)
  })

  it('begins in the same week as another, and each has its own', async () => {
    const month = await rota(FIRST, MONTH)
    const week = await rota(FIRST, [FIRST])
    await publishing(FIRST, month)
    await publishing(FIRST, week)
    const rotas = await listRotas(at.db, { network: 'U1', weekFrom: FIRST })
    expect(rotas.map(({ version, publishedWeeks }) => [version, publishedWeeks])).toEqual([
      [week, [FIRST]],
      [month, [SECOND, THIRD, FOURTH]],
    ])
  })

  it('that is published again has all its weeks again', async () => {
    const month = await rota(FIRST, MONTH)
    const week = await rota(SECOND, [SECOND])
    await publishing(FIRST, month)
    await publishing(SECOND, week)
    expect(await publishing(FIRST, month)).toMatchObject({ replaces: [{ weekFrom: SECOND, weeks: [SECOND] }] })
    expect(await goneBy()).toEqual([FIRST, FIRST, FIRST, FIRST])
    expect(await publishing(FIRST, month)).toEqual({ kind: 'published', replaces: [], affected: [] })
    const [listed] = await listRotas(at.db, { network: 'U1', weekFrom: FIRST })
    expect(listed?.publishedWeeks).toEqual(MONTH)
  })

  it('that is taken back leaves its weeks without a rota, and the one inside it as it is', async () => {
    const month = await rota(FIRST, MONTH)
    const week = await rota(SECOND, [SECOND])
    await publishing(FIRST, month)
    await publishing(SECOND, week)
    expect(await takingBack(FIRST, month)).toBe(true)
    expect(await goneBy()).toEqual([null, SECOND, null, null])
    expect((await news()).at(-1)).toEqual([
      'rota.withdrawn',
      { network: 'U1', weekFrom: FIRST, version: 1, weeks: [FIRST, THIRD, FOURTH] },
    ])
    expect(await takingBack(SECOND, week)).toBe(true)
    expect(await goneBy()).toEqual([null, null, null, null])
  })
})

it('of overlapping rotas published at once, each week has one, and no rota with a week is withdrawn', async () => {
  const month = await rota(FIRST, MONTH)
  const weeks = await Promise.all([SECOND, THIRD].map(async (week) => [week, await rota(week, [week])] as const))
  await Promise.all([publishing(FIRST, month), ...weeks.map(([week, version]) => publishing(week, version))])
  const held = await at.db.selectFrom('published_weeks').select('week').orderBy('week').execute()
  expect(held.map(({ week }) => week)).toEqual(MONTH)
  const wrong = await sql`
    select id from publications
    where (withdrawn_at is null) <> (id in (select publication_id from published_weeks))`.execute(at.db)
  expect(wrong.rows).toEqual([])
})

it('in a database of the version before, the rota that was published last has the weeks over which two disagree', async () => {
  const db = at.db as unknown as Kysely<unknown>
  await sql`drop table published_weeks`.execute(db)
  await sql`create unique index publications_one on publications (network, week_from) where withdrawn_at is null`.execute(
    db,
  )
  const documents = [
    { weekFrom: FIRST, weeks: 4 },
    { weekFrom: SECOND, weeks: 1 },
    { weekFrom: THIRD, weeks: undefined },
  ]
  for (const { weekFrom, weeks } of documents) {
    const document = JSON.stringify({ week: { from: weekFrom, weeks } })
    const kept = { ...TENANT, weekFrom, documentHash: `sha256:${document}` }
    await keepDocument(at.db, { ...kept, networkName: 'A', document, hasSeen: () => 'yes' })
    await keepRota(at.db, { ...kept, body: '{}', judgement: '{}' })
  }
  const publication = (weekFrom: string, moment: string) =>
    sql`insert into publications (network, week_from, version, published_by, published_at)
      values ('U1', ${weekFrom}, 1, 'a', ${moment}::timestamptz)`.execute(db)
  await publication(THIRD, '2026-11-01')
  await publication(FIRST, '2026-11-02')
  await publication(SECOND, '2026-11-03')
  await publishedWeeks(db)
  expect(await goneBy()).toEqual([FIRST, SECOND, FIRST, FIRST])
  expect(await takingBack(THIRD, 1)).toBe(false)
})
