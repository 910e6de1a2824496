/** Every call of the OpenAPI document as requests: for a network, by somebody. Made from the document's own list of calls. */
import type { Call } from '../../../api/calls/call.ts'
import { CALLS } from '../../../api/calls/every-call.ts'
import { smallDocument } from '../../small-document.ts'
import { smallRecord } from '../../src/intake/record/small-record.ts'
import type { Page, Visit } from './browser.ts'
import { ORIGIN, type ServingAccess } from './serving-access.ts'

/** Two networks of the atlas; each document has a word in it that is in no other. */
export const NETWORKS = { U49929: 'zebra-crossing', U99999: 'okapi-meadow' } as const
export type Ods = keyof typeof NETWORKS

/** What the calls are about: everything that a path may name. */
export interface Things {
  readonly ods: string
  /** A solve and a question of this network's. */
  readonly operation: string
  readonly question: string
  readonly person: string
  readonly key: string
}

const WEEK = '2026-11-30'

function documentOf(ods: string) {
  const word = NETWORKS[ods as Ods] ?? 'nobody’s'
  return smallDocument({ network: { ods, name: word }, note: word })
}

function recordOf(ods: string) {
  const word = NETWORKS[ods as Ods] ?? 'nobody’s'
  return smallRecord({ network: { ods, name: word }, note: word })
}

/** Those that read come first, so that there is something to read. */
export const ORDERED: readonly Call[] = [...CALLS].sort((a, b) => rankOf(a) - rankOf(b))

function rankOf({ method, name }: Call): number {
  return name === 'signOut' ? 9 : ['get', 'post', 'put', 'patch', 'delete'].indexOf(method)
}

export function visitFor(call: Call, things: Things): Visit {
  const method = call.method.toUpperCase()
  // As a spreadsheet's text: what is JSON here is no table, and nobody gets that far.
  if (call.body?.kind === 'file')
    return { method, json: 'Name,Role', headers: { 'if-match': '*', 'content-type': 'text/csv' } }
  const json = bodyOf(call, things)
  return { method, ...(json === undefined ? {} : { json }), headers: { 'if-match': '*' } }
}

function bodyOf({ name, body, permission }: Call, { ods, person }: Things): unknown {
  switch (name) {
    case 'explain':
      return { document: documentOf(ods), rota: [], question: 'g1 off 2026-11-30 am' }
    case 'addLeave':
      return { person: 'ann', from: WEEK, to: WEEK }
    case 'addCalendar':
      return { person: 'ann' }
    case 'proposeSwap':
    case 'proposeOwnSwap':
    case 'checkPublishedSwap':
    case 'checkOwnSwap':
      return { swap: ['g1', 'g3'].map((person) => ({ person, date: WEEK, part: 'pm' })) }
    case 'changeRetention':
      return { weeks: 730, drafts: null, recordVersions: null, audit: null }
    case 'checkLeave':
      return { network: ods, leave: { person: 'ann', from: WEEK, to: WEEK } }
    case 'keepRecord':
      return recordOf(ods)
    case 'patchRecord':
      return { note: 'changed' }
    case 'keepRota':
      return [{ person: 'g1', date: WEEK, part: 'am', site: 'alder', work: 'clinic' }]
    case 'invitePerson':
      return { email: `${ods}-${person.slice(0, 8)}@example.org`, grants: [] }
    case 'changeRoles':
      return { grants: [] }
    case 'makeKey':
      return { name: 'A system', grants: [{ role: 'staff', network: ods }] }
    default:
      if (body === undefined) return undefined
      // Whatever else is asked of a document, its network stands in it.
      return permission.of.kind === 'body' && permission.of.at[0] === 'document'
        ? { document: documentOf(ods), rota: [] }
        : documentOf(ods)
  }
}

export function pathFor({ path, name }: Call, { ods, operation, question, person, key }: Things): string {
  const lists = { '/solves/': operation, '/operations/': question, '/keys/': key }
  const [, id = person] = Object.entries(lists).find(([list]) => path.includes(list)) ?? []
  const values: Record<string, string> = { ods, id, from: WEEK, version: '1', person: 'g2' }
  const query =
    name === 'getNetworkDocument' || name === 'proposeRecord'
      ? `?week=${WEEK}`
      : name === 'listSolves' || name === 'listOperations'
        ? `?network=${ods}`
        : name === 'importUpload'
          ? `?as=team&network=${ods}`
          : name === 'forecastDemand'
            ? `?network=${ods}`
            : name === 'getEvidence'
              ? `?from=${WEEK}&to=${WEEK}`
              : name === 'getMonthLists'
                ? '?month=2026-12'
                : ''
  return path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => values[parameter] ?? 'x') + query
}

/** Puts into a network something of every kind: an operation that is over, a document, a rota, and its publication. */
export async function furnish(service: ServingAccess, ods: Ods): Promise<Pick<Things, 'operation' | 'question'>> {
  const { headers } = await service.session([{ role: 'manager', network: ods }])
  const week = `/v1/networks/${ods}/weeks/${WEEK}`
  const solve = await expectOk(service.call('/v1/solves', { json: documentOf(ods), headers }))
  const { id } = JSON.parse(solve.text) as { id: string }
  await expectOk(service.call(`/v1/solves/${id}`, { method: 'DELETE', headers }))
  const asked = { document: documentOf(ods), rota: [] }
  const { text } = await expectOk(service.call('/v1/stress-tests', { json: asked, headers }))
  const { id: question } = JSON.parse(text) as { id: string }
  await expectOk(service.call(`/v1/operations/${question}`, { method: 'DELETE', headers }))
  await expectOk(service.call(`${week}/document`, { method: 'PUT', json: documentOf(ods), headers }))
  await expectOk(service.call(`/v1/networks/${ods}/record`, { method: 'PUT', json: recordOf(ods), headers }))
  const rota = [{ person: 'g1', date: WEEK, part: 'pm', site: 'alder', work: 'clinic' }]
  await expectOk(service.call(`${week}/rotas`, { json: rota, headers }))
  await expectOk(service.call(`${week}/rotas/1/publication`, { method: 'PUT', headers }))
  return { operation: id, question }
}

async function expectOk(asking: Promise<Page>): Promise<Page> {
  const page = await asking
  if (page.status >= 400) throw new Error(`${page.url}: ${page.status} ${page.text}`)
  return page
}

/** Who may do a call, read from the table, and what somebody else is answered. */
export function expected(
  call: Call,
  who: { readonly roles: readonly string[]; readonly isAnybody: boolean; readonly isSystem: boolean },
  isOwn: boolean,
): 'let-in' | 401 | 403 | 404 {
  const line = call.permission
  if (line.by === 'anybody') return 'let-in'
  if (who.isAnybody) return 401
  if (who.isSystem && line.only === 'person') return 403
  if (line.by === 'signed-in') return 'let-in'
  const roles = line.by.filter((role) => who.roles.includes(role))
  if (roles.length === 0) return 403
  const everywhere = roles.some((role) => role === 'administrator' || role === 'monitor')
  if (everywhere || isOwn || line.of.kind === 'none') return 'let-in'
  return line.of.kind === 'operation' ? 404 : 403
}

export { ORIGIN }
