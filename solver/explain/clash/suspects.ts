/** Pins that conflict, found by counting alone, without an engine. */
import { grouped } from '../../../src/grouped.ts'
import type { Pin, Problem } from '../../../src/problem.ts'
import type { Ask } from './asks.ts'
import { keyOf, pinsIn } from './asks.ts'
import type { OpenDraft } from './open-draft.ts'

/** Small sets of pins that each look infeasible, the likeliest first. Unproven. */
export function suspects(asks: readonly Ask[], draft: OpenDraft, problem: Problem): Ask[][] {
  const pins = pinsIn(asks)
  const sets = [...barred(pins, draft), ...twoAtOnce(pins), ...pastContract(pins, problem), ...pastRooms(pins, problem)]
  return sets.map((few) => asks.filter((ask) => ask.kind === 'pin' && few.includes(ask.pin)))
}

/** A pin that conflicts with leave, a closed site, or what the person may do. */
function barred(pins: readonly Pin[], draft: OpenDraft): Pin[][] {
  const bars = new Set(draft.bars.map((bar) => keyOf(bar.placement)))
  return pins.filter((pin) => bars.has(keyOf(pin))).map((pin) => [pin])
}

function twoAtOnce(pins: readonly Pin[]): Pin[][] {
  return grouped(pins, (pin) => `${pin.person}|${pin.session}`).flatMap((same) =>
    same.length > 1 ? [same.slice(0, 2)] : [],
  )
}

function pastContract(pins: readonly Pin[], problem: Problem): Pin[][] {
  const session = (pin: Pin) => problem.horizon.sessions[pin.session]
  const working = pins.filter((pin) => pin.work !== 'off')
  return grouped(working, (pin) => `${pin.person}|${session(pin)?.week}`).flatMap((ofWeek) => {
    const [first] = ofWeek
    const most =
      first === undefined ? 0 : (problem.availability.get(first.person)?.most[session(first)?.week ?? 0] ?? 0)
    const longestFirst = [...ofWeek].sort((a, b) => (session(b)?.counts ?? 1) - (session(a)?.counts ?? 1))
    return fewest(longestFirst, (pin) => session(pin)?.counts ?? 1, most)
  })
}

function pastRooms(pins: readonly Pin[], problem: Problem): Pin[][] {
  const inRoom = pins.filter((pin) => pin.work === 'duty' || (pin.work === 'clinic' && !mayTelephone(pin, problem)))
  return grouped(inRoom, (pin) => `${pin.site}|${pin.session}`).flatMap((there) =>
    fewest(there, () => 1, problem.siteById.get(there[0]?.site ?? '')?.rooms ?? 0),
  )
}

function mayTelephone(pin: Pin, problem: Problem): boolean {
  const cadre = problem.cadreById.get(problem.personById.get(pin.person)?.cadre ?? '')
  return problem.needs.some((need) => need.remote > 0 && !need.visit && cadre?.meets.has(need.id) === true)
}

/** The first pins that together exceed the limit; empty if all of them together do not. */
function fewest(pins: readonly Pin[], takes: (pin: Pin) => number, most: number): Pin[][] {
  let taken = 0
  for (const [n, pin] of pins.entries()) {
    taken += takes(pin)
    if (taken > most + 1e-9) return [pins.slice(0, n + 1)]
  }
  return []
}
