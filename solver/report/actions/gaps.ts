/** Sessions that nobody in the network covers but somebody from outside could: what a practice sends to a locum agency. */
import { byText, placeIn } from '../../../src/order.ts'
import type { GapReport } from '../../../src/week-book.ts'
import { missingPeople } from './gaps/missing-people.ts'
import { missingTime } from './gaps/missing-time.ts'
import type { Scene } from './gaps/wanted.ts'
import { locumPrice } from './locum-price.ts'

/**
 * First people who must be there (duty doctors, evening GPs, supervisors, cover), then time that is owed or that patients wait for, less
 * what the former contribute. Ordered by time, site and role.
 */
export function gapsOf(scene: Scene): GapReport[] {
  const { problem } = scene
  const people = missingPeople(scene)
  const wanted = [...people, ...missingTime(scene, people)]
  const site = placeIn(problem.sites)
  const role = placeIn(problem.roles)
  return wanted
    .sort(
      (a, b) =>
        a.session - b.session ||
        site(a.site) - site(b.site) ||
        role(a.role.id) - role(b.role.id) ||
        byText(a.why, b.why),
    )
    .flatMap((one) => {
      const session = problem.horizon.sessions[one.session]
      if (session === undefined) return []
      const { date, part } = session
      return [
        {
          site: one.site,
          date,
          part,
          role: one.role.id,
          rule: one.rule,
          why: one.why,
          ...locumPrice(problem, one.role, session),
        },
      ]
    })
}
