/** News of a solve is pushed to whoever follows it; nobody polls. */
import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { makeBell } from '../../../api/jobs/bell.ts'
import { openSolves } from '../../../api/jobs/solves.ts'
import { type Opened, openForTest } from '../store/open-database.ts'

let at: Opened
beforeAll(async () => {
  at = await openForTest()
})
afterAll(() => at.close())

const ODS = 'U50001'

/** The database, and how many queries it has been sent. */
function counted() {
  let queries = 0
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      queries += 1
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { db: at.db.withPlugin(plugin), queries: () => queries }
}

async function submitted(solves: ReturnType<typeof openSolves>): Promise<string> {
  const asked = { actor: 'a', network: ODS, weekFrom: '2026-11-30', document: '{}', documentHash: 'h', key: null }
  const answer = await solves.submit(asked)
  return 'id' in answer ? answer.id : ''
}

it('nobody is notified, and nothing is queried, until something happens', async () => {
  const bell = makeBell()
  const { db, queries } = counted()
  const solves = openSolves({ db, queue: at.queue, bell }, { most: 10 })
  const id = await submitted(solves)
  const asked = queries()
  let rings = 0
  vi.useFakeTimers()
  const ring = () => {
    rings += 1
  }
  const forget = Array.from({ length: 400 }, () => solves.follow(id, () => ring()))
  vi.advanceTimersByTime(3_600_000)
  vi.useRealTimers()
  expect([rings, queries()]).toEqual([0, asked])
  bell.ring(id)
  expect(rings).toBe(400)
  for (const one of forget) one()
  bell.ringAll()
  expect(rings).toBe(400)
})

it('400 followers of one operation are answered by one query', async () => {
  const { db, queries } = counted()
  const solves = openSolves({ db, queue: at.queue, bell: makeBell() }, { most: 10 })
  const id = await submitted(solves)
  const look = () => solves.eventsAfter({ id, after: 0 }, [ODS])
  const before = queries()
  await look()
  const one = queries() - before
  const told = await Promise.all(Array.from({ length: 400 }, look))
  expect(queries() - before).toBe(2 * one)
  expect(new Set(told.map((each) => each?.events.length))).toEqual(new Set([1]))
  // What was asked for another network is another's answer.
  expect(await Promise.all([look(), solves.eventsAfter({ id, after: 0 }, ['U50002'])])).toEqual([told[0], null])
})
