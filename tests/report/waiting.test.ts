import { describe, expect, it } from 'vitest'
import { serviceOf } from '../../solver/report/service.ts'
import { waitingOf } from '../../solver/report/waiting.ts'
import type { Clinic } from '../../src/rota.ts'
import { smallDocument } from '../small-document.ts'
import { problemOf, rotaOf } from '../solved-week.ts'

const problem = problemOf(smallDocument())

function clinic(session: number, need: string, contacts: number): Clinic {
  return { session, site: 'alder', cadre: 'gp', work: 'clinic', need, patientsOf: 'alder', contacts }
}

describe('who still waits at the end', () => {
  it('is everybody who has not been seen, whoever waited longest having been seen first', () => {
    const rows = waitingOf(problem, [clinic(0, 'routine', 13)]).filter(
      (row) => row.site === 'alder' && row.need === 'routine',
    )
    const monday = problem.arrivals
      .filter(
        (row) =>
          row.site === 'alder' && row.need === 'routine' && (problem.horizon.sessions[row.session]?.day ?? 9) === 0,
      )
      .reduce((sum, { contacts }) => sum + contacts, 0)
    // Twelve waited from before, and one more of Monday's has been seen.
    expect(rows[0]).toEqual({
      site: 'alder',
      need: 'routine',
      asked: '2026-11-30',
      contacts: expect.closeTo(monday - 1, 3),
    })
  })

  it('has nobody with a need of the same day, who would ring again', () => {
    expect(waitingOf(problem, []).filter(({ need }) => need === 'urgent' || need === 'visit')).toEqual([])
  })

  it('has those whom the last session sends back, as of the day after', () => {
    const followUp = smallDocument().needs.map((need) => ({
      ...need,
      ...(need.id === 'routine' ? { followUp: true } : {}),
    }))
    const returning = problemOf(smallDocument({ needs: followUp }))
    const cadre = returning.cadres.find(({ meets }) => [...meets.values()].some(({ returns }) => returns > 0))
    const [need = '', skill] = [...(cadre?.meets ?? [])].find(([, { returns }]) => returns > 0) ?? []
    const last = returning.horizon.sessions.length - 1
    const late = { ...clinic(last, need, 10), cadre: cadre?.id ?? '' }
    expect(waitingOf(returning, [late])).toContainEqual({
      site: 'alder',
      need: 'routine',
      asked: '2026-12-07',
      contacts: expect.closeTo(10 * (skill?.returns ?? 0), 6),
    })
  })

  it('adds up, in a solved week, to what the service figures say', async () => {
    const { rota } = await rotaOf(problem)
    const total = waitingOf(problem, rota.clinics).reduce((sum, { contacts }) => sum + contacts, 0)
    const figures = serviceOf(problem, rota.clinics).byNeed.reduce((sum, { waiting }) => sum + waiting, 0)
    expect(total).toBeCloseTo(figures, 2)
    const came = [...problem.arrivals, ...problem.waiting].filter(
      ({ need }) => problem.needById.get(need)?.withinDays !== 0,
    )
    const seen = rota.clinics.filter(({ need }) => problem.needById.get(need)?.withinDays !== 0)
    const sum = (rows: readonly { readonly contacts: number }[]) =>
      rows.reduce((all, { contacts }) => all + contacts, 0)
    const sentBack = total - (sum(came) - sum(seen))
    expect(sentBack).toBeGreaterThanOrEqual(-0.01)
  })
})
