import type { Request, Response } from 'express'
import { addDays, type Day, WEEKDAYS, weekdayOf } from '../../src/time.ts'
import { documentQuery, type NetworksResponse, networksQuery, readAs } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { refusingAs } from '../problems.ts'

/** Networks in one answer; `total` tells how many there are. */
const LISTED = 50

/** GET /v1/networks?name=: networks by name or code, their own or a practice's. */
export function getNetworks(deps: Deps) {
  return (request: Request, response: Response): void => {
    const { name } = readAs(networksQuery, request.query)
    const found = deps.findNetworks(name ?? '')
    const networks = found
      .slice(0, LISTED)
      .map(({ ods, name, icb, practices, patients }) => ({ ods, name, icb, practices: practices.length, patients }))
    response.json({ total: found.length, networks } satisfies NetworksResponse)
  }
}

/** GET /v1/networks/{ods}/document?week=&seed=&evenings=: a network's week, ready to solve; its people are synthetic. */
export function getNetworkDocument(deps: Deps) {
  return (request: Request<{ ods: string }>, response: Response): void => {
    const { week, seed, ...evenings } = readAs(documentQuery, request.query)
    const { ods } = refusingAs('not-found', () => deps.networkOf(request.params.ods))
    response.json(deps.networkDocument(ods, { week: week ?? nextMonday(deps.today()), seed: seed ?? 1, ...evenings }))
  }
}

function nextMonday(today: Day): Day {
  return addDays(today, 7 - WEEKDAYS.indexOf(weekdayOf(today)))
}
