/** Adds a vacant post for each role and place where there could be one, for questions about the value of another session. */
import type { PostPlace } from '../../mix-answer.ts'
import type { PersonDocument, RotaDocument } from '../rota-document.ts'
import { newPeople } from './people-changes.ts'

export interface WithVacancies {
  readonly document: RotaDocument
  /** By id of the vacant person. */
  readonly places: ReadonlyMap<string, PostPlace>
}

const EVERYWHERE = 'all practices'

/**
 * Roles whose people work at several practices, and roles without people, get one post that works at all sites; others get one per
 * practice. Trainees are left out: practices don't hire them but are assigned them.
 */
export function withVacancies(document: RotaDocument): WithVacancies {
  const places = new Map<string, PostPlace>()
  let people: readonly PersonDocument[] = document.people
  for (const role of document.roles.filter(({ funding, meets }) => funding !== 'training' && meets !== undefined)) {
    for (const site of isShared(role.id, document) ? [null] : document.sites) {
      const change = { role: role.id, sessions: 9, ...(site === null ? {} : { home: site.id }) }
      const [person] = newPeople({ ...document, people: [...people] }, change, 1)
      if (person === undefined) continue
      people = [...people, person]
      places.set(person.id, {
        role: role.id,
        title: role.title,
        site: site?.id ?? null,
        place: site?.name ?? EVERYWHERE,
      })
    }
  }
  return { document: { ...document, people: [...people] }, places }
}

function isShared(role: string, { people, sites }: RotaDocument): boolean {
  const own = people.filter((person) => person.role === role)
  const shared = own.filter((person) => new Set([person.home, ...(person.sites ?? [])]).size > 1)
  return sites.length > 1 && (own.length === 0 || 2 * shared.length > own.length)
}
