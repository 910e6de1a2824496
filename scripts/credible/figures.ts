/** Figures for comparing a generated network with England; none needs a rota (docs/credible.md). */
import type { RoleDocument, RotaDocument } from '../../src/intake/rota-document.ts'
import { dutyGroups, type HoldRequest, mostHeld } from './hold.ts'
import { halves, isFree } from './week.ts'

/** Sessions per full-time equivalent. */
const FULL_TIME = 9

export interface NetworkFigures {
  readonly ods: string
  readonly patients: number
  readonly arrivals: number
  readonly waiting: number
  /** Maximum contacts: of everybody, and of GPs alone. */
  readonly held: number
  readonly heldByGps: number
  /** Full-time equivalents by role. */
  readonly fte: ReadonlyMap<string, number>
  /** Enhanced access minutes that can be provided, divided by those owed. */
  readonly evenings: number
  /** Core half-days per site, and those without anybody who may be on duty. */
  readonly coreHalves: number
  readonly noDuty: number
  /** Half-days usually worked and not lost to leave, and contracted sessions. */
  readonly rostered: number
  readonly contracted: number
}

const isGp = (role: string) => /gp/.test(role) && role !== 'gp-assistant'

export async function figuresOf(document: RotaDocument, request: HoldRequest): Promise<NetworkFigures> {
  const held = await mostHeld(document, request)
  const sum = (rows: Iterable<number>) => [...rows].reduce((total, n) => total + n, 0)
  const week = halves(document)
  const duty = new Set(document.roles.filter((role) => request.duty(role)).map(({ id }) => id))
  const core = week.filter(({ enhancedAccess }) => !enhancedAccess)
  const contracted = sum(document.people.map(({ contract }) => contract.sessions))
  const usual = week.filter(({ part }) => part !== 'evening')
  return {
    ods: document.network.ods,
    patients: sum(document.sites.map(({ patients }) => patients)),
    arrivals: sum(document.demand.map(({ contacts }) => contacts)),
    waiting: sum((document.backlog ?? []).map(({ contacts }) => contacts)),
    held: sum(held.values()),
    heldByGps: sum([...held].filter(([role]) => isGp(role)).map(([, n]) => n)),
    fte: fteOf(document),
    evenings: eveningShare(document),
    coreHalves: core.length * document.sites.length,
    noDuty: withoutDuty(document, core, duty),
    rostered: sum(document.people.map((person) => usual.filter((half) => isFree(person, half)).length)),
    contracted,
  }
}

function fteOf({ people }: RotaDocument): Map<string, number> {
  const fte = new Map<string, number>()
  for (const { role, contract } of people) fte.set(role, (fte.get(role) ?? 0) + contract.sessions / FULL_TIME)
  return fte
}

function eveningShare(document: RotaDocument): number {
  const owed = document.sites.reduce((sum, site) => sum + (60 * (site.adjustedPatients ?? site.patients)) / 1000, 0)
  const extra = halves(document).filter(({ enhancedAccess }) => enhancedAccess)
  const roleOf = new Map(document.roles.map((role): [string, RoleDocument] => [role.id, role]))
  const given = document.people.reduce((sum, person) => {
    const { patientMinutes = 180, sessionMinutes = 250 } = roleOf.get(person.role) ?? {}
    const minutes = extra
      .filter((half) => isFree(person, half))
      .map((half) => Math.min(1, half.minutes / sessionMinutes))
    return sum + minutes.reduce((total, share) => total + share * patientMinutes, 0)
  }, 0)
  return owed > 0 ? given / owed : 1
}

function withoutDuty(document: RotaDocument, core: ReturnType<typeof halves>, duty: ReadonlySet<string>): number {
  const may = document.people.filter(({ role }) => duty.has(role))
  return dutyGroups(document).reduce((sum, group) => {
    const near = may.filter(({ home, sites = [home] }) => group.some((site) => sites.includes(site)))
    return sum + group.length * core.filter((half) => !near.some((person) => isFree(person, half))).length
  }, 0)
}
