import { describe, expect, it } from 'vitest'
import type { Rota } from '../../web/src/api.ts'
import { type EditState, editState, nextState } from '../../web/src/pages/week/session/edit-state.ts'
import { stepOf } from '../../web/src/parts/week/steps.ts'
import type { KnownWeek } from '../../web/src/parts/week/week-queries.ts'

const MONDAY = { date: '2026-11-30', part: 'am' }
const CLINIC = { person: 'p1', ...MONDAY, site: 'a', work: 'clinic' as const }
const entry = (version: number) => ({
  ...{ version, source: 'hand' as const, documentHash: 'sha256:x', madeAt: '2026-11-30T09:00:00Z', madeBy: 'local' },
  ...{ network: 'U1', weekFrom: '2026-11-30' },
})
const rota = (version: number, assignments: Rota['assignments'] = [CLINIC]): Rota => ({
  ...entry(version),
  assignments,
})

function known(version: number, assignments: Rota['assignments'] = [CLINIC]): KnownWeek {
  const document = {
    ...{ format: 'rota/1' as const, network: { ods: 'U1', name: 'A' }, week: { from: '2026-11-30' } },
    ...{ parts: [], sites: [], needs: [], roles: [], people: [], demand: [] },
  }
  return {
    document,
    etag: '"1"',
    rotas: [entry(version)],
    rota: rota(version, assignments),
    newest: version,
    failed: null,
    published: null,
  }
}

const start = editState(known(3), null)
const FREE = stepOf('p1 kept free', start.assignments, [{ person: 'p1', ...MONDAY, to: null }])
const made = nextState(start, { kind: 'made', step: FREE })
const memoryOf = ({ version, past, future, assignments, isUnsent }: EditState) => ({
  ...{ version, past, future, unsent: isUnsent ? assignments : null },
})

describe('a change', () => {
  it('is shown at once and waits to be stored', () => {
    expect(made).toMatchObject({ assignments: [], isUnsent: true, version: 3 })
  })

  it('is done with once the service has stored it, under its new version', () => {
    const stored = nextState(made, { kind: 'stored', rota: rota(4, []), sent: made.assignments })
    expect(stored).toMatchObject({ isUnsent: false, version: 4, assignments: [] })
  })

  it('is judged before it is stored, and what it did is not forgotten when it is', () => {
    const figures = (inTime: number) => ({
      ...{ levels: [], findings: [], actions: [], cover: [], people: [], cost: null },
      service: { sameDay: { inTime }, routine: { inTime: 0 }, overdue: { waiting: 0 }, byNeed: [] },
    })
    const before = { ...made, figures: figures(9) as never }
    const judged = nextState(before, { kind: 'judged', figures: figures(7) as never, of: made.assignments })
    expect(judged).toMatchObject({ outcome: '2 fewer urgent patients dealt with on the day.', isUnsent: true })
    const done = nextState(judged, { kind: 'stored', rota: rota(4, []), sent: made.assignments })
    expect(done).toMatchObject({ outcome: '2 fewer urgent patients dealt with on the day.', isUnsent: false })
    expect(nextState(before, { kind: 'judged', figures: figures(7) as never, of: [] })).toBe(before)
  })

  it('made while another is being stored goes with the next', () => {
    const undone = nextState(made, { kind: 'undone' })
    const stored = nextState(undone, { kind: 'stored', rota: rota(4, []), sent: made.assignments })
    expect(stored).toMatchObject({ isUnsent: true, version: 4, assignments: [CLINIC] })
  })

  it('is undone and done again', () => {
    const undone = nextState(made, { kind: 'undone' })
    expect(undone).toMatchObject({ assignments: [CLINIC], past: [], future: [FREE] })
    expect(nextState(undone, { kind: 'redone' })).toMatchObject({ assignments: [], past: [FREE], future: [] })
  })

  it('forgets what could have been done again', () => {
    const undone = nextState(made, { kind: 'undone' })
    expect(nextState(undone, { kind: 'made', step: FREE })).toMatchObject({ past: [FREE], future: [] })
  })
})

describe('after a reload', () => {
  it('what was not sent yet is there, and waits to be stored', () => {
    expect(editState(known(3), memoryOf(made))).toMatchObject({ assignments: [], isUnsent: true, past: [FREE] })
  })

  it('what somebody else has stored meanwhile is not overwritten: its author decides', () => {
    expect(editState(known(5), memoryOf(made))).toMatchObject({ trouble: 'conflict', assignments: [], isUnsent: true })
  })

  it('of a week that somebody else has changed, nothing is undone that was stored before', () => {
    const stored = nextState(made, { kind: 'stored', rota: rota(4, []), sent: made.assignments })
    expect(editState(known(5), memoryOf(stored))).toMatchObject({ trouble: 'none', past: [], assignments: [CLINIC] })
  })
})

describe('in a conflict', () => {
  const other = { ...CLINIC, person: 'p2' }
  const theirs = known(5, [CLINIC, other])

  it('mine on top of theirs has both', () => {
    expect(nextState(made, { kind: 'rebased', known: theirs })).toMatchObject({
      ...{ version: 5, assignments: [other], isUnsent: true, trouble: 'none' },
    })
  })

  it('without mine there is theirs alone', () => {
    expect(nextState(made, { kind: 'replaced', known: theirs })).toMatchObject({
      ...{ version: 5, assignments: [CLINIC, other], isUnsent: false, past: [] },
    })
  })
})
