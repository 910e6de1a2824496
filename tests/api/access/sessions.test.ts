/** How long a session lasts, and what ends it. Time passes by moving what was written into the past. */
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Doors, openDoors, SESSION_TIMES } from '../../../api/access/doors.ts'
import { hashOf } from '../../../api/access/secrets.ts'
import { type Opened, openForTest } from '../store/open-database.ts'

let opened: Opened
let doors: Doors
beforeAll(async () => {
  opened = await openForTest()
  doors = openDoors(opened.db)
})
afterEach(async () => {
  for (const table of ['people', 'sign_ins', 'api_keys'] as const) await opened.db.deleteFrom(table).execute()
})
afterAll(() => opened.close())

const claimed = { issuer: 'https://provider.test', subject: 'ada', email: null }
const invited = { name: 'Ada', email: null, issuer: claimed.issuer, subject: 'ada', grants: [] }

async function begun(hash = 'a'): Promise<string> {
  const person = await doors.invite('test', invited)
  expect(await doors.beginSession({ hash, idToken: 'token', before: null, claimed })).toBe(true)
  return person?.id ?? ''
}

/** Lets so many seconds pass for a column of every session. */
async function pass(seconds: number, column: 'seen_at' | 'started_at'): Promise<void> {
  await opened.db
    .updateTable('sessions')
    .set({ [column]: sql<Date>`${sql.ref(column)} - make_interval(secs => ${seconds})` })
    .execute()
}

describe('a session', () => {
  it('lasts while it is used, and for half an hour of inactivity', async () => {
    await begun()
    await pass(SESSION_TIMES.idle - 60, 'seen_at')
    expect(await doors.session('a')).toMatchObject({ name: 'Ada' })
    // That was a use, so the half hour starts again.
    await pass(SESSION_TIMES.idle - 60, 'seen_at')
    expect(await doors.session('a')).not.toBeNull()
    await pass(SESSION_TIMES.idle, 'seen_at')
    expect(await doors.session('a')).toBeNull()
  })

  it('is over after twelve hours, however much it is used', async () => {
    await begun()
    await pass(SESSION_TIMES.whole - 60, 'started_at')
    expect(await doors.session('a')).not.toBeNull()
    await pass(120, 'started_at')
    expect(await doors.session('a')).toBeNull()
  })

  it('that is over is cleared away when the next one begins', async () => {
    await begun()
    await pass(SESSION_TIMES.idle + 60, 'seen_at')
    await doors.beginSession({ hash: 'b', idToken: null, before: null, claimed })
    expect((await opened.db.selectFrom('sessions').select('hash').execute()).map(({ hash }) => hash)).toEqual(['b'])
  })

  it('is noted as used once a minute, not at every call', async () => {
    await begun()
    const seen = async () => (await opened.db.selectFrom('sessions').select('seen_at').executeTakeFirst())?.seen_at
    await pass(30, 'seen_at')
    const before = await seen()
    await doors.session('a')
    expect(await seen()).toEqual(before)
  })

  it('ends when its user signs out everywhere or is removed', async () => {
    const id = await begun()
    expect(await doors.endSessionsOf('test', id)).toBe(true)
    expect(await doors.session('a')).toBeNull()
    await doors.beginSession({ hash: 'b', idToken: null, before: null, claimed })
    expect(await doors.forget('test', id)).toBe(true)
    expect(await doors.session('b')).toBeNull()
    expect(await doors.beginSession({ hash: 'c', idToken: null, before: null, claimed })).toBe(false)
  })

  it('has from the next call on what its person is granted, and no longer what is taken away', async () => {
    const id = await begun()
    await doors.regrant('test', { id, grants: [{ role: 'staff', network: 'U1' }] })
    expect((await doors.session('a'))?.grants).toEqual([{ role: 'staff', network: 'U1' }])
    await doors.regrant('test', { id, grants: [] })
    expect((await doors.session('a'))?.grants).toEqual([])
  })
})

describe('a way of signing in', () => {
  const way = { state: 's', browser: 'b' }
  const underWay = { nonce: 'n', verifier: 'v', returnTo: '/docs' }

  it('is taken once, in its own browser, within ten minutes', async () => {
    await doors.beginSignIn(way, underWay)
    expect(await doors.takeSignIn({ ...way, browser: 'another' })).toBeNull()
    expect(await doors.takeSignIn(way)).toEqual(underWay)
    expect(await doors.takeSignIn(way)).toBeNull()
    await doors.beginSignIn(way, underWay)
    await opened.db.updateTable('sign_ins').set({ started_at: sql<Date>`now() - interval '11 minutes'` }).execute()
    expect(await doors.takeSignIn(way)).toBeNull()
  })

  it('of two at once is one', async () => {
    await doors.beginSignIn(way, underWay)
    const taken = await Promise.all([1, 2, 3, 4].map(() => doors.takeSignIn(way)))
    expect(taken.filter((one) => one !== null)).toEqual([underWay])
  })
})

describe('a key', () => {
  const key = { name: 'Feed', hash: hashOf('rota_x'), starts: 'rota_x', grants: [], days: 30 }

  it('works until it expires or is revoked, and reports when it was last used', async () => {
    const { id, expiresAt, madeAt } = await doors.makeKey('test', key)
    expect(expiresAt.getTime() - madeAt.getTime()).toBe(30 * 24 * 3600 * 1000)
    expect((await doors.keys())[0]?.usedAt).toBeNull()
    expect(await doors.key(key.hash)).toMatchObject({ id, name: 'Feed' })
    expect((await doors.keys())[0]?.usedAt).toBeInstanceOf(Date)
    await opened.db.updateTable('api_keys').set({ expires_at: sql<Date>`now()` }).execute()
    expect(await doors.key(key.hash)).toBeNull()
    await opened.db.updateTable('api_keys').set({ expires_at: sql<Date>`now() + interval '1 day'` }).execute()
    expect(await doors.key(key.hash)).not.toBeNull()
    expect(await doors.revokeKey('test', id)).toBe(true)
    expect(await doors.key(key.hash)).toBeNull()
  })
})

describe('the first administrator', () => {
  it('is whoever the operator says, once, whatever letters they write it in', async () => {
    await doors.makeAdministrator('Ada@Example.org')
    await doors.makeAdministrator('ada@example.org')
    const people = await doors.people()
    expect(people.map(({ email, grants }) => [email, grants])).toEqual([
      ['ada@example.org', [{ role: 'administrator', network: '*' }]],
    ])
  })
})

it('every change to people and keys is in the audit log, by id only', async () => {
  await opened.db.deleteFrom('audit').execute()
  const id = await begun()
  await doors.endSession('a')
  await doors.forget('an-administrator', id)
  const entries = await opened.db.selectFrom('audit').select(['actor', 'action', 'subject']).orderBy('id').execute()
  expect(entries).toEqual([
    { actor: 'test', action: 'invite', subject: id },
    { actor: id, action: 'sign-in', subject: id },
    { actor: id, action: 'sign-out', subject: id },
    { actor: 'an-administrator', action: 'forget', subject: id },
  ])
})
