/** Accepting a swap: all of it or nothing, and only for the weeks that its rota still has. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { keepDocument } from '../../../api/store/kept-documents.ts'
import { findPublished, keepRota, listRotas } from '../../../api/store/rotas.ts'
import { acceptSwap, findSwap, moveSwap, proposeSwap } from '../../../api/store/swaps.ts'
import { type Opened, openForTest } from './open-database.ts'
import { publishRota } from './publish-rota.ts'

const NETWORK = 'U1'
const TENANT = { network: NETWORK, actor: 'a' }
const [FIRST, SECOND] = ['2026-11-30', '2026-12-07']
const WEEK = { network: NETWORK, weekFrom: FIRST }
const NOW = '2026-11-29T12:00'
const DOCUMENT = { documentHash: 'sha256:two-weeks' }

const TWO_WEEKS = [FIRST, SECOND].map((first) => ({ first, last: first }))
const sessionsOf = (person: string) =>
  [FIRST, SECOND].map((date) => ({ person, date, part: 'am', site: 's', body: '{}' }))
const checked = (version: number) => ({ ...WEEK, ...DOCUMENT, version })
const given = (id: string, version: number) => ({
  ...{ id, checked: checked(version), now: NOW },
  ...{ body: '{}', plan: '"p2"', judgement: '{}', content: { weeks: TWO_WEEKS, sessions: sessionsOf('p2') } },
})

let at: Opened
let id = ''
beforeAll(async () => {
  at = await openForTest()
  const keeping = { ...TENANT, networkName: 'A', hasSeen: () => 'yes' as const }
  await keepDocument(at.db, { ...keeping, ...WEEK, ...DOCUMENT, document: '{}' })
  await keepRota(at.db, { ...TENANT, ...WEEK, ...DOCUMENT, body: '"p1"', judgement: '{}' })
  await publishRota(at.db, { ...TENANT, ...WEEK, version: 1 }, { weeks: [FIRST, SECOND], sessions: sessionsOf('p1') })
  // Another rota has the second week.
  const later = { ...TENANT, weekFrom: SECOND, documentHash: 'sha256:second' }
  await keepDocument(at.db, { ...keeping, ...later, document: '{"a":1}' })
  await keepRota(at.db, { ...later, body: '"p3"', judgement: '{}' })
  await publishRota(at.db, { ...later, version: 1 }, { sessions: sessionsOf('p3') })
  const proposal = { giver: 'p1', taker: 'p2', begins: '2026-11-30T08:30', body: '{}', now: NOW }
  const proposed = await proposeSwap(at.db, TENANT, { ...proposal, checked: checked(1) })
  if (proposed.kind === 'proposed') id = proposed.swap.id
})
afterEach(() => expect(at.faults).toEqual([]))
afterAll(() => at.close())

const state = async () => (await findSwap(at.db, { network: NETWORK, id, now: NOW }))?.state
const published = async (weekFrom: string) => {
  const rota = await findPublished(at.db, { network: NETWORK, weekFrom })
  return [rota?.weekFrom, rota?.version]
}

it('is of no other network', async () => {
  const other = { network: 'U2', actor: 'b' }
  expect(await findSwap(at.db, { network: 'U2', id, now: NOW })).toBeNull()
  expect(await moveSwap(at.db, other, { id, to: 'refused', by: null, now: NOW })).toEqual({ kind: 'nothing' })
  expect(await acceptSwap(at.db, other, given(id, 1))).toEqual({ kind: 'nothing' })
  expect(await state()).toBe('proposed')
})

it('that fails on the way leaves nothing behind', async () => {
  // Each session twice, which the database refuses when all else is written.
  const content = { weeks: TWO_WEEKS, sessions: [...sessionsOf('p2'), ...sessionsOf('p2')] }
  await expect(acceptSwap(at.db, TENANT, { ...given(id, 1), content })).rejects.toThrow('second time')
  expect(await state()).toBe('proposed')
  expect((await listRotas(at.db, WEEK)).map(({ version }) => version)).toEqual([1])
  expect(await published(FIRST)).toEqual([FIRST, 1])
})

it('with a rota that is published no more has to be checked again', async () => {
  expect(await acceptSwap(at.db, TENANT, given(id, 2))).toEqual({ kind: 'changed-since' })
})

it('leaves weeks to whichever rota has them by then', async () => {
  const accepted = await acceptSwap(at.db, TENANT, given(id, 1))
  expect(accepted).toMatchObject({ kind: 'accepted', affected: ['p1', 'p2'], swap: { publishedVersion: 2 } })
  expect([await published(FIRST), await published(SECOND)]).toEqual([
    [FIRST, 2],
    [SECOND, 1],
  ])
  expect(await acceptSwap(at.db, TENANT, given(id, 2))).toMatchObject({ kind: 'done' })
  const late = await moveSwap(at.db, TENANT, { id, to: 'withdrawn', by: { side: 'giver', person: 'p1' }, now: NOW })
  expect(late.kind).toBe('settled')
})
