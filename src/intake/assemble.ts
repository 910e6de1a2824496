/** Assembles a document into the Problem used by solver and judge. */
import { DEFAULT_PLAN, type RuleEntry } from '../policy.ts'
import type { History, Problem } from '../problem.ts'
import type { Remark } from '../remark.ts'
import { layOut } from '../time.ts'
import { availabilities } from './assemble/availability.ts'
import { assignmentsOf, earlierWorkOf, pinsOf, sessionIndex } from './assemble/dated.ts'
import { domainParts, HISTORY, TIMEZONE, WEEKS } from './assemble/defaults.ts'
import { arrivalsOf, waitingOf } from './assemble/demand.ts'
import { freeze } from './assemble/freeze.ts'
import { peopleToldApart, sitesToldApart } from './assemble/namesakes.ts'
import { closuresOf, needsOf, paidSitesOf, sitesOf } from './assemble/places.ts'
import { rulesOf, solveOf } from './assemble/rules.ts'
import { cadresOf, peopleOf, rolesOf } from './assemble/team.ts'
import { workingDaysOf } from './assemble/working-days.ts'
import { checkDocument } from './document.ts'
import { repeatedKeys } from './json/parse-json.ts'
import { remarksOn } from './remarks.ts'
import type { RotaDocument } from './rota-document.ts'

/** Accepts any input as a document: returns a Problem, or throws one BadInput with every error. */
export function readDocument(value: unknown, ruleBook: readonly RuleEntry[]): Problem {
  return assemble(checkDocument(value, ruleBook), repeatedKeys(value))
}

/** The frozen Problem of a valid document; deterministic. `noticed` are remarks on its text. */
export function assemble(document: RotaDocument, noticed: readonly Remark[] = []): Problem {
  const timezone = document.network.timezone ?? TIMEZONE
  const horizon = layOut(document.week.from, document.week.weeks ?? WEEKS, timezone, domainParts(document.parts))
  const indexOf = sessionIndex(horizon)
  const closures = closuresOf(document)
  const sites = sitesToldApart(sitesOf(document, horizon, closures))
  const needs = needsOf(document)
  const plan = document.plan ?? DEFAULT_PLAN
  const workingDays = workingDaysOf(horizon, sites)
  const week = { indexOf, horizon, sites, closures, workingDays, needs, plan }
  const roles = rolesOf(document)
  const team = { roles, needs, horizon }
  const people = peopleToldApart(peopleOf(document, team), { roles, sites })
  const cadres = cadresOf(people, team)
  const personById = byId(people)
  // Pins, rules and past data may name people who have left; they are ignored.
  const isHere = (row: { readonly person: string }) => personById.has(row.person)
  const history = historiesOf((document.history ?? []).filter(isHere))
  const around = { personById, history, horizon, sites, paidOpen: paidSitesOf(document, horizon) }
  return freeze({
    network: { ods: document.network.ods, name: document.network.name, timezone },
    note: document.note ?? null,
    synthetic: document.synthetic ?? false,
    remarks: remarksOn(document, horizon, noticed),
    horizon,
    closures,
    sites,
    needs,
    roles,
    people,
    cadres,
    siteById: byId(sites),
    needById: byId(needs),
    roleById: byId(roles),
    personById,
    cadreById: byId(cadres),
    availability: availabilities(document.people, around),
    plan,
    workingDays: week.workingDays,
    arrivals: arrivalsOf(document, week),
    waiting: waitingOf(document, week),
    pins: pinsOf({ pins: (document.pins ?? []).filter(isHere) }, indexOf),
    published: document.published ? assignmentsOf(document.published.filter(isHere), indexOf) : null,
    history,
    before: document.before ? earlierWorkOf(document.before.filter(isHere), horizon) : null,
    rules: rulesOf(document, personById),
    solve: solveOf(document),
  })
}

function historiesOf(rows: NonNullable<RotaDocument['history']>): ReadonlyMap<string, History> {
  return new Map(rows.map((row): [string, History] => [row.person, { ...HISTORY, ...row }]))
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]))
}
