/** England's networks, and the rules for rotas. */
import { z } from 'zod'
import type { NetworkEntry } from '../../src/intake/atlas.ts'
import type { NetworkRecord } from '../../src/intake/record-document.ts'
import { addDays, type Day, WEEKDAYS, weekdayOf } from '../../src/time.ts'
import { callerOf } from '../access/caller.ts'
import { IN_PATH, LOOK, NO_TENANT, READ } from '../access/permissions.ts'
import { documentRequest } from '../contract/documents.ts'
import { documentQuery, type NetworksResponse, networksQuery, networksResponse, ruleResponse } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { refusingAs } from '../problems.ts'
import type { Networks } from '../store/tenant.ts'
import { call } from './call.ts'
import { ods } from './parameters.ts'

/** Networks in one response; `total` gives the full number. */
const LISTED = 50

export const findNetworks = call({
  method: 'get',
  path: '/v1/networks',
  name: 'findNetworks',
  tag: 'Networks',
  summary: 'Find networks in England',
  description: 'By name or ODS code, of the network or one of its practices.',
  permission: { by: READ, of: NO_TENANT },
  query: networksQuery,
  answers: { 200: { does: 'Up to fifty networks, and the total.', schema: networksResponse } },
  handle:
    (deps) =>
    async ({ query: { name, mine } }, response) => {
      const { networks: own } = callerOf(response)
      const found =
        mine === 'true' ? await ownNetworks(deps, own, name ?? '') : deps.findNetworks(name ?? '').map(entryOf)
      response.json({ total: found.length, networks: found.slice(0, LISTED) } satisfies NetworksResponse)
    },
})

type Entry = NetworksResponse['networks'][number]

function entryOf({ practices, patients, ods, name, icb, icbName }: NetworkEntry): Entry {
  return { ods, name, icb, icbName, practices: practices.length, patients }
}

/** From the atlas; for networks not in it, from their record. */
async function ownNetworks(
  { kept, findNetworks }: Pick<Deps, 'kept' | 'findNetworks'>,
  own: Networks,
  words: string,
): Promise<readonly Entry[]> {
  const england = new Map(findNetworks('').map((entry) => [entry.ods, entry]))
  const entries: Entry[] = []
  for (const { ods, name } of await kept.listNetworks(own)) {
    const known = england.get(ods)
    entries.push(known === undefined ? await recordedEntry(ods, name, kept) : entryOf(known))
  }
  const sought = words.trim().toLowerCase()
  return entries.filter(({ ods, name }) => `${ods} ${name}`.toLowerCase().includes(sought))
}

async function recordedEntry(ods: string, name: string, kept: Deps['kept']): Promise<Entry> {
  const stored = await kept.findRecord(ods, null)
  const sites: NetworkRecord['sites'] = stored === null ? [] : JSON.parse(stored.body).sites
  const patients = sites.reduce((sum, site) => sum + site.patients, 0)
  return { ods, name, icb: '', icbName: '', practices: sites.length, patients }
}

export const getNetworkDocument = call({
  method: 'get',
  path: '/v1/networks/{ods}/document',
  name: 'getNetworkDocument',
  tag: 'Networks',
  summary: 'Get a week of any network in England, ready to plan',
  description: 'Generated from open data. The people are synthetic: no such person exists.',
  permission: { by: LOOK, of: IN_PATH },
  // For an unknown code, the atlas throws with the closest match.
  params: { ods: { ...ods, schema: z.string() } },
  query: documentQuery,
  answers: { 200: { does: 'A document.', schema: documentRequest } },
  handle:
    (deps) =>
    ({ params, query: { week, seed, ...evenings } }, response) => {
      const { ods } = refusingAs('not-found', () => deps.networkOf(params.ods))
      response.json(deps.networkDocument(ods, { week: week ?? nextMonday(deps.today()), seed: seed ?? 1, ...evenings }))
    },
})

/** The default week. */
export function nextMonday(today: Day): Day {
  return addDays(today, 7 - WEEKDAYS.indexOf(weekdayOf(today)))
}

export const listRules = call({
  method: 'get',
  path: '/v1/rules',
  name: 'listRules',
  tag: 'Networks',
  summary: 'List every rule, with its level and settings',
  permission: { by: READ, of: NO_TENANT },
  answers: { 200: { does: 'The rules, in the order of reports.', schema: ruleResponse.array() } },
  handle:
    ({ rules }) =>
    (_, response) =>
      void response.json(rules),
})
