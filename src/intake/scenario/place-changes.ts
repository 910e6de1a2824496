/** Changes to places, to patients' needs, to what practices share, and to rules. */
import { addDays, daysBetween } from '../../time.ts'
import type { RotaDocument } from '../rota-document.ts'
import type { ChangeOf } from './change-schemas.ts'
import { areKnown, daysIn, isKnown, type Scene } from './scene.ts'

/** Multiplies arrivals. */
export function demand({ need, site, factor }: ChangeOf<'demand'>, scene: Scene): RotaDocument {
  const known = [isKnown(need, 'needs', ['need'], scene), isKnown(site, 'sites', ['site'], scene)]
  if (!known.every(Boolean)) return scene.document
  const isMeant = (row: { readonly need: string; readonly site: string }) =>
    (need === undefined || row.need === need) && (site === undefined || row.site === site)
  const rows = scene.document.demand.map((row) => (isMeant(row) ? { ...row, contacts: row.contacts * factor } : row))
  return { ...scene.document, demand: rows }
}

/** Closes a site for some days. Its people are paid, even those who work nowhere else. */
export function close({ site, ...dates }: ChangeOf<'close'>, scene: Scene): RotaDocument {
  const days = daysIn(dates, scene)
  if (!isKnown(site, 'sites', ['site'], scene) || days === null) return scene.document
  const closed = Array.from({ length: daysBetween(days.from, days.to) + 1 }, (_, n) => ({
    date: addDays(days.from, n),
    why: 'closed in this scenario',
    sites: [site],
    paid: true,
  }))
  return { ...scene.document, closed: [...(scene.document.closed ?? []), ...closed] }
}

export function rooms({ site: id, rooms: count }: ChangeOf<'rooms'>, scene: Scene): RotaDocument {
  if (!isKnown(id, 'sites', ['site'], scene)) return scene.document
  return {
    ...scene.document,
    sites: scene.document.sites.map((site) => (site.id === id ? { ...site, rooms: count } : site)),
  }
}

/** Makes several practices share a duty doctor, or lets any practice meet a need for all. */
export function pool(change: ChangeOf<'pool'>, scene: Scene): RotaDocument {
  const { document } = scene
  if ('need' in change) {
    if (!isKnown(change.need, 'needs', ['need'], scene)) return document
    return { ...document, needs: document.needs.map((n) => (n.id === change.need ? { ...n, shared: true } : n)) }
  }
  const sites = change.sites ?? document.sites.map(({ id }) => id)
  if (!areKnown(change.sites, 'sites', 'sites', scene)) return document
  const duty = document.rules?.['duty-doctor']
  const rule = duty === false || duty === undefined ? {} : duty
  const groups = (Array.isArray(rule.groups) ? rule.groups : []) as readonly (readonly string[])[]
  const rest = groups.map((group) => group.filter((id) => !sites.includes(id))).filter((group) => group.length > 0)
  return {
    ...document,
    rules: { ...document.rules, 'duty-doctor': { ...rule, groups: [...rest, [...new Set(sites)]] } },
  }
}

/** Changes rule settings. Numbers that aren't mentioned keep their values. */
export function rules(change: ChangeOf<'rules'>, { document }: Scene): RotaDocument {
  const before = document.rules ?? {}
  const after = Object.entries(change).map(([id, setting]) => {
    const was = before[id]
    return [id, setting === false || was === undefined || was === false ? setting : { ...was, ...setting }]
  })
  return { ...document, rules: { ...before, ...Object.fromEntries(after) } }
}

/** Adds a role, for people added or retrained by other changes. */
export function role(change: ChangeOf<'role'>, scene: Scene): RotaDocument {
  const { document, complaints, at } = scene
  const known = [
    ...Object.keys(change.meets ?? {}).map((need) => isKnown(need, 'needs', ['meets'], scene)),
    ...(change.supervision?.by ?? []).map((by, n) => isKnown(by, 'roles', ['supervision', 'by', n], scene)),
  ]
  if (document.roles.some(({ id }) => id === change.id))
    complaints.add([...at, 'id'], 'The network has a role with this id already.', { seen: change.id })
  else if (known.every(Boolean)) return { ...document, roles: [...document.roles, change] }
  return document
}

export function pay({ role: id, costPerSession }: ChangeOf<'pay'>, scene: Scene): RotaDocument {
  if (!isKnown(id, 'roles', ['role'], scene)) return scene.document
  const roles = scene.document.roles.map((role) => (role.id === id ? { ...role, costPerSession } : role))
  return { ...scene.document, roles }
}

/** Adds the practices of a record, or of another document for the same week, with their people and patients. */
export function join(change: ChangeOf<'join'>, scene: Scene): RotaDocument {
  const { document, complaints, at } = scene
  const theirs = scene.drawn(change)
  const clash = (list: 'sites' | 'people', rows: readonly { readonly id: string }[]) => {
    const ours = new Set(document[list].map(({ id }) => id))
    for (const [n, { id }] of rows.entries())
      if (ours.has(id))
        complaints.add([...at, list, n, 'id'], 'The network has one with this id already.', { seen: id })
  }
  clash('sites', theirs.sites)
  clash('people', theirs.people)
  const unknownParts = theirs.parts.filter(({ id }) => !document.parts.some((part) => part.id === id))
  for (const { id } of unknownParts)
    complaints.add([...at, 'parts'], 'The network has no such part of the day.', {
      seen: id,
      among: document.parts.map((part) => part.id),
    })
  const added = <T extends { readonly id: string }>(ours: readonly T[], more: readonly T[]) => [
    ...ours,
    ...more.filter(({ id }) => !ours.some((one) => one.id === id)),
  ]
  return {
    ...document,
    sites: [...document.sites, ...theirs.sites],
    needs: added(document.needs, theirs.needs),
    roles: added(document.roles, theirs.roles),
    people: [...document.people, ...theirs.people],
    demand: [...document.demand, ...theirs.demand],
    backlog: [...(document.backlog ?? []), ...(theirs.backlog ?? [])],
  }
}
