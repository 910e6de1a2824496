/**
 * The figures by which a director compares plans, from who meets which contacts and who works where; the same for staffing mixes and rotas.
 */
import type { Figure } from '../../src/comparison.ts'
import type { Problem } from '../../src/problem.ts'
import type { CostReport, ServiceReport } from '../../src/report.ts'
import type { Clinic } from '../../src/rota.ts'
import { payerWords } from '../../src/wording/payers.ts'

/** Patient-facing sessions of one role at one site. */
export interface Worked {
  readonly role: string
  readonly site: string
  /** In half days. */
  readonly sessions: number
  /** Those of them in a room. */
  readonly inRooms: number
}

export interface PlanFacts {
  readonly problem: Problem
  readonly clinics: readonly Clinic[]
  readonly service: ServiceReport
  readonly cost: CostReport
  readonly worked: readonly Worked[]
  /** Half days of open rooms in total. */
  readonly roomSessions: number
  /** Mean number of sites per person; null if the plan has no individuals. */
  readonly sitesEach: number | null
}

type Kind = Pick<Figure, 'unit' | 'better' | 'levels'>
const URGENT = { better: 'more', levels: ['urgent'] } as const
const SERVICE = { better: 'more', levels: ['service'] } as const
const COST: Kind = { unit: 'pounds', better: 'less', levels: [] }
const BOTH = { better: 'more', levels: ['urgent', 'service'] } as const
const FACT = { better: null, levels: [] } as const

export function figuresOf(plan: PlanFacts): Figure[] {
  return [
    ...accessFigures(plan),
    ...unmetFigures(plan),
    ...gpFigures(plan),
    ...costFigures(plan),
    ...placeFigures(plan),
  ]
}

function figure(id: string, title: string, value: number, kind: Kind): Figure {
  return { id, title, value, ...kind }
}

function accessFigures({ service }: PlanFacts): Figure[] {
  const { urgent, routine, withinOneWeek, withinTwoWeeks } = service
  return [
    figure('urgent-same-day', 'Urgent need met on the same day', urgent.share, { unit: 'share', ...URGENT }),
    figure('routine-in-time', 'Other need met within its target', routine.share, { unit: 'share', ...SERVICE }),
    figure('within-one-week', 'Of non-urgent patients seen, within one week', withinOneWeek.share, {
      unit: 'share',
      ...SERVICE,
    }),
    figure('within-two-weeks', 'Of non-urgent patients seen, within two weeks', withinTwoWeeks.share, {
      unit: 'share',
      ...SERVICE,
    }),
    figure('in-time', 'Contacts met in time', service.sameDay.inTime + routine.inTime, {
      unit: 'contacts',
      ...BOTH,
    }),
    figure(
      'waiting',
      'Contacts waiting at the end',
      service.bySite.reduce((sum, site) => sum + site.waiting, 0),
      {
        unit: 'contacts',
        better: 'less',
        levels: ['service'],
      },
    ),
  ]
}

function unmetFigures({ problem, service }: PlanFacts): Figure[] {
  const late: Kind = { unit: 'contacts', better: 'less', levels: ['service'] }
  const byNeed = service.byNeed.map(({ need, due, inTime }) => {
    const { title = need, withinDays = 1 } = problem.needById.get(need) ?? {}
    const kind: Kind = withinDays === 0 ? { ...late, levels: ['urgent'] } : late
    return figure(`unmet-need:${need}`, `Not met in time: ${title}`, due - inTime, kind)
  })
  const bySite = service.bySite.map(({ site, urgent, routine }) => {
    const name = problem.siteById.get(site)?.name ?? site
    const value = urgent.due - urgent.inTime + routine.due - routine.inTime
    return figure(`unmet-site:${site}`, `Not met in time: patients of ${name}`, value, { ...late, levels: BOTH.levels })
  })
  const shares = service.bySite.map(({ urgent, routine }) => {
    const due = urgent.due + routine.due
    return due === 0 ? 1 : (urgent.inTime + routine.inTime) / due
  })
  const spread = shares.length === 0 ? 0 : 100 * (Math.max(...shares) - Math.min(...shares))
  const fairness = figure('fairness', 'Between the best and the worst served practice', spread, {
    unit: 'points',
    better: 'less',
    levels: BOTH.levels,
  })
  return [...byNeed, ...bySite, fairness]
}

function gpFigures({ problem, clinics, worked }: PlanFacts): Figure[] {
  const isGp = (role: string | undefined) => problem.roleById.get(role ?? '')?.duty === true
  const cadreOf = (clinic: Clinic) => problem.cadreById.get(clinic.cadre)
  const mine = clinics.filter((clinic) => isGp(cadreOf(clinic)?.role))
  const contacts = mine.reduce((sum, c) => sum + c.contacts, 0)
  const minutes = mine.reduce((sum, c) => sum + c.contacts * (cadreOf(c)?.meets.get(c.need)?.minutes ?? 0), 0)
  const sessions = sum(worked.filter(({ role }) => isGp(role)).map((one) => one.sessions))
  const supervised = worked.map(({ role, sessions: n }) => n * (problem.roleById.get(role)?.supervision?.minutes ?? 0))
  return [
    figure('gp-contacts', 'Contacts a GP sees in a day of two sessions', sessions > 0 ? (2 * contacts) / sessions : 0, {
      unit: 'contacts',
      ...FACT,
    }),
    figure('gp-minutes', 'Minutes GPs spend with patients', minutes, { unit: 'minutes', ...FACT }),
    figure('supervision', 'Minutes of supervision', sum(supervised), { unit: 'minutes', ...FACT }),
  ]
}

function costFigures({ problem, cost }: PlanFacts): Figure[] {
  const { weeks } = problem.horizon
  const time = weeks === 1 ? 'a week' : `in ${weeks} weeks`
  const payers = Object.entries(cost.byFunding).map(([funding, value]) =>
    figure(`cost:${funding}`, `Cost ${time}: ${payerWords(funding)}`, value, COST),
  )
  const { arrs } = cost.allowance
  const scheme = arrs
    ? [
        figure('arrs-used', 'ARRS used, by 52nds of the year', arrs.used, { unit: 'pounds', ...FACT }),
        figure('arrs-left', 'ARRS left, by 52nds of the year', arrs.of - arrs.used, { unit: 'pounds', ...FACT }),
      ]
    : []
  return [
    figure('cost', `Cost ${time}, before reimbursement`, cost.total, COST),
    figure('cost-net', `Cost ${time}, after reimbursement`, netOf(cost), COST),
    ...payers,
    ...scheme,
  ]
}

/** What ARRS and partner organisations leave to pay. Beyond the allowance, part of every session in an ARRS role is left. */
function netOf({ total, byFunding, allowance: { arrs } }: CostReport): number {
  const covered = arrs === undefined || arrs.used === 0 ? 1 : Math.min(1, arrs.of / arrs.used)
  return total - (byFunding.arrs ?? 0) * covered - (byFunding.partner ?? 0)
}

/** Rooms, sites, and the cost of sharing: contacts that a building holds for other practices, less its own that are seen elsewhere. */
function placeFigures({ problem, clinics, worked, roomSessions, sitesEach }: PlanFacts): Figure[] {
  const given = problem.sites.map(({ id, name }) => {
    const forOthers = sum(clinics.filter((c) => c.site === id && c.patientsOf !== id).map((c) => c.contacts))
    const elsewhere = sum(clinics.filter((c) => c.site !== id && c.patientsOf === id).map((c) => c.contacts))
    return figure(`given:${id}`, `Contacts ${name} holds for other practices, net`, forOthers - elsewhere, {
      unit: 'contacts',
      ...FACT,
    })
  })
  const rooms = roomSessions > 0 ? sum(worked.map((one) => one.inRooms)) / roomSessions : 0
  return [
    figure('rooms', 'Rooms in use', rooms, { unit: 'share', ...FACT }),
    ...(sitesEach === null
      ? []
      : [figure('sites-each', 'Sites a person works at', sitesEach, { unit: 'sites', better: 'less', levels: [] })]),
    ...(problem.sites.length > 1 ? given : []),
  ]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}
