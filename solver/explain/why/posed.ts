/** A week as a programme, and a known rota's decisions in it. */
import type { Problem } from '../../../src/problem.ts'
import type { Rota } from '../../../src/rota.ts'
import { isInForce } from '../../facts/rule-settings.ts'
import type { DraftColumn } from '../../lp/spaces.ts'
import { build, openFor } from '../../model/build.ts'
import { decode } from '../../model/decode.ts'
import type { Draft, Placement } from '../../model/draft.ts'
import { columnIn, type Model, readingOf } from '../../model/elastic.ts'
import type { Rule } from '../../rules/rule.ts'
import type { Decision } from '../../search/keep-levels.ts'

export interface Posed {
  readonly problem: Problem
  readonly rules: readonly Rule[]
  readonly draft: Draft
  readonly model: Model
}

/** A rota's value for one column. */
export interface RotaDecision extends Decision {
  /** A placement, or a count: people working by telephone at a site, or a person's counted sessions. */
  readonly of: Placement | { readonly person: string } | { readonly site: string; readonly session: number }
}

/** The programme has a column for everything in this rota. */
export function pose(problem: Problem, all: readonly Rule[], rota: Rota): Posed {
  const rules = all.filter((rule) => isInForce(rule, problem))
  return { problem, rules, ...build(problem, rules, openFor(problem, rules, rota.assignments)) }
}

/** False if the rota contains something whose column is missing or fixed at 0, because it breaks a hard rule. */
export function fits(rota: Rota, { draft, model }: Posed): boolean {
  return rota.assignments.every((a) => {
    const placement = draft.find(a.person, a.session, a.site, a.work)
    return placement !== undefined && columnIn(model, placement.column) !== undefined
  })
}

/** The rota's value for each column that is open. */
export function decisionsOf(rota: Rota, posed: Posed): RotaDecision[] {
  return [...placementsOf(rota, posed), ...countsOf(rota, posed), ...remoteOf(rota, posed)]
}

function placementsOf(rota: Rota, { draft, model }: Posed): RotaDecision[] {
  const taken = new Set(rota.assignments.map((a) => `${a.person} ${a.session} ${a.site} ${a.work}`))
  return draft.placements.flatMap((p) =>
    decided(model, p.column, { value: taken.has(`${p.person} ${p.session} ${p.site} ${p.work}`) ? 1 : 0, of: p }),
  )
}

/** The rota's training and outside time that the programme only counts. */
function countsOf(rota: Rota, { draft, model, problem }: Posed): RotaDecision[] {
  return draft.counts.flatMap(({ column, person, week, work }) => {
    const mine = rota.assignments.filter(
      (a) => a.person === person && a.work === work && problem.horizon.sessions[a.session]?.week === week,
    )
    const counted = mine.filter((a) => draft.find(a.person, a.session, a.site, a.work) === undefined)
    return decided(model, column, { value: counted.length, of: { person } })
  })
}

function remoteOf(rota: Rota, { draft, model, problem }: Posed): RotaDecision[] {
  return problem.sites.flatMap(({ id: site }) =>
    problem.horizon.sessions.flatMap(({ index: session }) =>
      problem.cadres.flatMap(({ id: cadre }) => {
        const column = draft.remote(cadre, site, session)
        const there = rota.assignments.filter((a) => a.remote && a.session === session && a.site === site)
        const value = there.filter((a) => problem.personById.get(a.person)?.cadre === cadre).length
        return column === undefined ? [] : decided(model, column, { value, of: { site, session } })
      }),
    ),
  )
}

/** Empty if the column is fixed at 0, or was added to the draft after the programme was built. */
function decided(model: Model, draftColumn: DraftColumn, what: Omit<RotaDecision, 'column'>): RotaDecision[] {
  const column = columnIn(model, draftColumn)
  return column === undefined ? [] : [{ column, ...what }]
}

export function rotaAt({ draft, model }: Posed, point: Float64Array): Rota {
  return decode(draft, readingOf(model, point))
}

export function isPlacement(of: RotaDecision['of']): of is Placement {
  return 'work' in of
}

/** Decisions to fix: all except those of free placements, of the people in them, and of telephone work at their sites and sessions. */
export function heldOf(decisions: readonly RotaDecision[], isFree: (p: Placement) => boolean): RotaDecision[] {
  const free = decisions.flatMap(({ of }) => (isPlacement(of) && isFree(of) ? [of] : []))
  const people = new Set(free.map((p) => p.person))
  const places = new Set(free.map((p) => `${p.site} ${p.session}`))
  return decisions.filter(({ of }) => {
    if (isPlacement(of)) return !isFree(of)
    return 'person' in of ? !people.has(of.person) : !places.has(`${of.site} ${of.session}`)
  })
}
