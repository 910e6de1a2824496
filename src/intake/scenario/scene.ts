/** The document that a change is applied to, and where complaints are collected. */
import type { At } from '../document/check.ts'
import type { Complaints } from '../document/complaints.ts'
import type { PersonDocument, RotaDocument } from '../rota-document.ts'

export interface Scene {
  readonly document: RotaDocument
  /** First and last day of the horizon. */
  readonly from: string
  readonly to: string
  readonly at: At
  readonly complaints: Complaints
  /** Generates a record's document for the scenario's week. */
  readonly drawn: (record: unknown) => RotaDocument
}

type Listed = 'sites' | 'needs' | 'roles' | 'people'
const NAMES: Readonly<Record<Listed, string>> = { sites: 'site', needs: 'need', roles: 'role', people: 'person' }

/** True if the id exists; otherwise adds a complaint. */
export function isKnown(
  id: string | undefined,
  list: Listed,
  field: readonly (string | number)[],
  scene: Scene,
): boolean {
  const ids = scene.document[list].map((row) => row.id)
  if (id === undefined || ids.includes(id)) return true
  scene.complaints.add([...scene.at, ...field], `There is no ${NAMES[list]} with this id.`, { seen: id, among: ids })
  return false
}

/** As `isKnown`, for several ids. */
export function areKnown(ids: readonly string[] | undefined, list: Listed, field: string, scene: Scene): boolean {
  return (ids ?? []).map((id, n) => isKnown(id, list, [field, n], scene)).every(Boolean)
}

/** The days of a change that are in the horizon; default: all of it. Null, with a complaint, if none are. */
export function daysIn(
  { from, to }: { readonly from?: string; readonly to?: string },
  scene: Scene,
): { readonly from: string; readonly to: string } | null {
  const [first, last] = [from ?? scene.from, to ?? scene.to]
  const maybe = `${scene.from} to ${scene.to}`
  if (last < first) scene.complaints.add([...scene.at, 'to'], '"to" is before "from".', { seen: last })
  else if (last < scene.from || first > scene.to)
    scene.complaints.add([...scene.at, 'from'], 'These days are not in the week that is planned.', {
      seen: first,
      maybe,
    })
  else {
    const [later = first] = [first, scene.from].sort().slice(-1)
    const [earlier = last] = [last, scene.to].sort()
    return { from: later, to: earlier }
  }
  return null
}

/** The document with other people, and without references to anybody no longer in it. */
export function withPeople(document: RotaDocument, people: readonly PersonDocument[]): RotaDocument {
  const here = new Set(people.map(({ id }) => id))
  const stays = (row: { readonly person: string }) => here.has(row.person)
  const { pins, published, history, before } = document
  return {
    ...document,
    people: [...people],
    ...(pins && { pins: pins.filter(stays) }),
    ...(published && { published: published.filter(stays) }),
    ...(history && { history: history.filter(stays) }),
    ...(before && { before: before.filter(stays) }),
  }
}
