/** Checks a well-formed workforce plan: unknown names, people who leave or train twice. */
import type { Complaints } from '../document/complaints.ts'
import type { RotaDocument } from '../rota-document.ts'
import type { PlanStep } from './plan-changes.ts'

export interface PlanParts {
  readonly document: RotaDocument
  readonly roles: RotaDocument['roles']
  readonly steps: readonly PlanStep[]
}

const NAMES = { person: 'person', role: 'role', site: 'site', need: 'need' } as const
type Named = keyof typeof NAMES

export function checkSteps(plan: PlanParts, complaints: Complaints): void {
  const { document, roles, steps } = plan
  for (const [n, { id }] of roles.entries())
    if ([...document.roles, ...roles.slice(0, n)].some((role) => role.id === id))
      complaints.add(['roles', n, 'id'], 'There is a role with this id already.', { seen: id })
  for (const step of steps) checkNames(step, plan, complaints)
  for (const step of steps) if (step.kind === 'train') checkTraining(step, plan, complaints)
  checkLeavers(plan, complaints)
}

/** Every name in a step, with its field. */
function namesIn(planned: PlanStep): [Named, readonly (string | number)[], string | undefined][] {
  const { kind, step } = planned
  switch (kind) {
    case 'recruit':
      return [
        ['role', ['role'], step.role],
        ['site', ['home'], step.home],
        ...(step.sites ?? []).map((site, n): [Named, (string | number)[], string] => ['site', ['sites', n], site]),
      ]
    case 'train':
      return [
        ['person', ['person'], step.person],
        ['role', ['to'], step.to],
      ]
    case 'leave':
      return 'person' in step ? [['person', ['person'], step.person]] : [['role', ['role'], step.role]]
    case 'pay':
      return [['role', ['role'], step.role]]
    case 'demand':
      return [
        ['need', ['need'], step.need],
        ['site', ['site'], step.site],
      ]
  }
}

function checkNames(planned: PlanStep, { document, roles }: PlanParts, complaints: Complaints): void {
  const ids: Readonly<Record<Named, readonly string[]>> = {
    person: document.people.map(({ id }) => id),
    role: [...document.roles, ...roles].map(({ id }) => id),
    site: document.sites.map(({ id }) => id),
    need: document.needs.map(({ id }) => id),
  }
  for (const [name, field, id] of namesIn(planned))
    if (id !== undefined && !ids[name].includes(id))
      complaints.add([...planned.at, ...field], `There is no ${NAMES[name]} with this id.`, {
        seen: id,
        among: ids[name],
      })
}

function checkTraining(
  { step, at, quarter }: Extract<PlanStep, { kind: 'train' }>,
  { document, steps }: PlanParts,
  complaints: Complaints,
): void {
  if (step.to === undefined && step.skills === undefined)
    complaints.add(at, 'Training leads to something: give "to", "skills" or both.')
  const own = document.people.find(({ id }) => id === step.person)
  if (own === undefined) return
  const most = own.contract.sessions - (own.contract.protected ?? 0)
  if (step.sessions > most) {
    const detail = `${own.name} has ${own.contract.sessions} sessions a week, of which ${own.contract.protected ?? 0} are protected already.`
    complaints.add([...at, 'sessions'], detail, { seen: step.sessions })
  }
  if (step.to === own.role) complaints.add([...at, 'to'], `${own.name} has this role already.`, { seen: step.to })
  const twice = steps.find((one) => one.kind === 'train' && one.step.person === step.person)
  if (twice !== undefined && twice.at !== at)
    complaints.add([...at, 'person'], 'Another step trains this person already.', { seen: step.person })
  const left = steps.find((one) => one.kind === 'leave' && 'person' in one.step && one.step.person === step.person)
  if (left !== undefined && left.quarter <= quarter + step.quarters)
    complaints.add([...at, 'person'], `${own.name} leaves in quarter ${left.quarter}, before it has been of use.`, {
      seen: step.person,
    })
}

/** Nobody may leave twice, and no role may lose more than it has. */
function checkLeavers({ document, steps }: PlanParts, complaints: Complaints): void {
  const gone = new Map<string, number>()
  const people = new Set<string>()
  for (const planned of steps) {
    if (planned.kind !== 'leave') continue
    const { step, at } = planned
    if ('person' in step) {
      const own = document.people.find(({ id }) => id === step.person)
      if (people.has(step.person))
        complaints.add([...at, 'person'], 'Another step has this person leave already.', { seen: step.person })
      else if (own !== undefined) gone.set(own.role, (gone.get(own.role) ?? 0) + own.contract.sessions)
      people.add(step.person)
    } else if (document.roles.some(({ id }) => id === step.role)) {
      const own = document.people.filter(({ role }) => role === step.role)
      const left = own.reduce((sum, { contract }) => sum + contract.sessions, 0) - (gone.get(step.role) ?? 0)
      if (step.sessions > left)
        complaints.add([...at, 'sessions'], `People in this role have ${left} sessions a week left by then.`, {
          seen: step.sessions,
        })
      gone.set(step.role, (gone.get(step.role) ?? 0) + step.sessions)
    }
  }
}
