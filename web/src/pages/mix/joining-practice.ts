/** A hypothetical joining practice: the people, demand and waiting list of the practice closest to it in size, scaled to its patients. */
import type { WeekDocument } from '../../api.ts'

/** The week of that practice alone, for a `join` change. */
export function joiningPractice(document: WeekDocument, patients: number): WeekDocument {
  const { sites, people, demand, backlog = [] } = document
  const like = [...sites].sort((a, b) => distance(a.patients, patients) - distance(b.patients, patients))[0]
  const id = unused('joining', new Set(sites.map((site) => site.id)))
  if (like === undefined) return document
  const scale = patients / Math.max(1, like.patients)
  const rescaled = <R extends { readonly site: string; readonly contacts: number }>(rows: readonly R[]) =>
    rows.filter(({ site }) => site === like.id).map((row) => ({ ...row, site: id, contacts: row.contacts * scale }))
  const core = people.filter(({ home, role }) => home === like.id && fundingOf(role, document) !== 'arrs')
  return {
    ...document,
    network: { ods: 'U00000', name: 'A practice that joins' },
    sites: [
      {
        id,
        name: 'The practice that joins',
        patients,
        adjustedPatients: Math.round((like.adjustedPatients ?? like.patients) * scale),
        rooms: Math.max(1, Math.ceil((like.rooms ?? 1) * scale)),
      },
    ],
    people: core.map((person, n) => ({
      id: `joining-${n + 1}`,
      name: `Joining ${titleOf(person.role, document)} ${n + 1}`,
      role: person.role,
      home: id,
      sites: [id],
      contract: { sessions: Math.round(person.contract.sessions * scale * 100) / 100 },
      ...(person.skills === undefined ? {} : { skills: person.skills }),
      ...(person.works === undefined ? {} : { works: person.works }),
    })),
    demand: rescaled(demand),
    backlog: rescaled(backlog),
    closed: (document.closed ?? []).filter((row) => row.sites === undefined),
    pins: [],
    published: null,
    history: [],
    before: [],
    rules: {},
  }
}

const distance = (a: number, b: number) => Math.abs(Math.log(Math.max(1, a) / Math.max(1, b)))

function unused(name: string, taken: ReadonlySet<string>): string {
  let n = 1
  while (taken.has(`${name}-${n}`)) n += 1
  return `${name}-${n}`
}

function fundingOf(role: string, { roles }: WeekDocument): string {
  return roles.find(({ id }) => id === role)?.funding ?? 'core'
}

function titleOf(role: string, { roles }: WeekDocument): string {
  return roles.find(({ id }) => id === role)?.title ?? role
}
