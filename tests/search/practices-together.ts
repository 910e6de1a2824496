/** The week of one practice several times in one document: practices whose people never meet, and needs that all share. */
import { readFileSync } from 'node:fs'
import type { RotaDocument } from '../../src/intake/rota-document.ts'

/** Ids of the second practice end in `-2`, and so on. `busy`: how many times the practice's own demand. */
export function practicesTogether(count: number, busy = 1): RotaDocument {
  const text = readFileSync(new URL('../../fixtures/search/one-practice.json', import.meta.url), 'utf8')
  const one = JSON.parse(text) as RotaDocument
  const ids = [...one.sites, ...one.people].map(({ id }) => id)
  const all = Array.from({ length: count }, (_, k) =>
    k === 0
      ? one
      : (JSON.parse(ids.reduce((so, id) => so.replaceAll(`"${id}"`, `"${id}-${k + 1}"`), text)) as RotaDocument),
  )
  return {
    ...one,
    // A contact of a need counts the same however long it is.
    needs: one.needs.map((need) => ({ ...need, weight: need.weight / quickest(one, need.id) })),
    // Scarce enough that searches have something to find, and not so scarce that they find nothing else.
    plan: 'mean',
    rules: { 'seen-in-time': { stillOverdue: 0 } },
    sites: all.flatMap(({ sites }, k) => sites.map((site) => ({ ...site, name: `${site.name} ${k + 1}` }))),
    people: all.flatMap(({ people }, k) => people.map((person) => ({ ...person, name: `${person.name} ${k + 1}` }))),
    demand: all.flatMap(({ demand }) => demand.map((row) => ({ ...row, contacts: busy * row.contacts }))),
    backlog: all.flatMap(({ backlog = [] }) => backlog),
  }
}

function quickest({ roles }: RotaDocument, need: string): number {
  return Math.min(...roles.flatMap(({ meets = {} }) => new Map(Object.entries(meets)).get(need)?.minutes ?? []))
}
