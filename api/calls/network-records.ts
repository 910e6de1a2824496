/** Networks' records, from which weeks are generated: proposed from open data, and stored version by version. */
import { BadInput } from '../../src/errors.ts'
import { EDIT, IN_PATH, LOOK } from '../access/permissions.ts'
import {
  type KeptRecordResponse,
  keptRecordResponse,
  type RecordVersionsResponse,
  recordPatch,
  recordResponse,
  recordVersionsResponse,
} from '../contract/records.ts'
import { versionQuery } from '../contract/weeks.ts'
import { documentQuery } from '../contract.ts'
import type { AcceptedRecord } from '../desk/record-tasks.ts'
import type { Kept } from '../kept.ts'
import { type Refusal, refusingAs } from '../problems.ts'
import { whoOf } from '../protection.ts'
import type { DocumentKept, KeptVersion } from '../store/kept-documents.ts'
import type { RecordKeeping } from '../store/kept-records.ts'
import type { Tenant } from '../store/tenant.ts'
import { call } from './call.ts'
import { RECORD } from './examples.ts'
import { etagOf, hasSeen, tag, UNLESS_READ, unseen, VERSIONED } from './kept-versions.ts'
import { nextMonday } from './networks.ts'
import { notFound, ods } from './parameters.ts'
import { networkIn } from './week-of.ts'

export const proposeRecord = call({
  method: 'get',
  path: '/v1/networks/{ods}/record/proposal',
  name: 'proposeRecord',
  tag: 'Record',
  summary: 'Get a record of any network in England to start from',
  description:
    'Made from open data, with synthetic people, and leave for the 13 weeks from the one you ask for. Nothing is stored.',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods },
  query: documentQuery,
  answers: { 200: { does: 'A record.', schema: recordResponse } },
  handle:
    (deps) =>
    ({ params, query: { week, seed, ...evenings } }, response) => {
      const { ods } = refusingAs('not-found', () => deps.networkOf(params.ods))
      response.json(deps.proposedRecord(ods, { week: week ?? nextMonday(deps.today()), seed: seed ?? 1, ...evenings }))
    },
})

export const getRecord = call({
  method: 'get',
  path: '/v1/networks/{ods}/record',
  name: 'getRecord',
  tag: 'Record',
  summary: 'Get a network’s record',
  description: 'The latest version, or the one requested, exactly as it was stored.',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods },
  query: versionQuery,
  headers: UNLESS_READ,
  answers: {
    200: { does: 'The record.', schema: recordResponse, headers: VERSIONED },
    304: { does: 'You already have this version.' },
  },
  handle:
    ({ kept }) =>
    async ({ params, query: { version } }, response) => {
      const { network } = networkIn(params, response)
      const found = await kept.findRecord(network, version ?? null)
      if (found === null) throw noRecord(network)
      response.set('ETag', etagOf(found)).type('json').send(found.body)
    },
})

/** Nothing is stored for this network, or not this version. */
export function noRecord(network: string): Refusal {
  return notFound(
    'This network has no such record; store one with PUT …/record.',
    network,
    `/v1/networks/${network}/record/proposal`,
  )
}

export const listRecordVersions = call({
  method: 'get',
  path: '/v1/networks/{ods}/record/versions',
  name: 'listRecordVersions',
  tag: 'Record',
  summary: 'List the versions of a network’s record, newest first',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods },
  answers: { 200: { does: 'The versions, without their contents.', schema: recordVersionsResponse } },
  handle:
    ({ kept }) =>
    async ({ params }, response) => {
      const { network } = networkIn(params, response)
      const versions = (await kept.listRecords(network)).map(versionOf)
      response.json({ network, versions } satisfies RecordVersionsResponse)
    },
})

function versionOf({ version, documentHash, keptAt, keptBy }: KeptVersion) {
  return { version, recordHash: documentHash, keptAt: keptAt.toISOString(), keptBy }
}

const STORED = {
  200: { does: 'Stored.', schema: keptRecordResponse, headers: VERSIONED },
  201: { does: 'Stored, as the network’s first version.', schema: keptRecordResponse, headers: VERSIONED },
}
const IF_MATCH = tag('The ETag of the version you changed. Omit it if there is none yet; `*` overwrites any version.')

export const keepRecord = call({
  method: 'put',
  path: '/v1/networks/{ods}/record',
  name: 'keepRecord',
  tag: 'Record',
  summary: 'Store a new version of a network’s record',
  description: 'Two people changing it at once cannot overwrite each other unknowingly.',
  permission: { by: EDIT, of: IN_PATH },
  params: { ods },
  headers: { 'If-Match': IF_MATCH, 'If-None-Match': tag('`*` stores the record only if there is none yet.', '*') },
  body: { kind: 'heavy', schema: recordResponse, example: RECORD },
  answers: STORED,
  problems: ['changed-since', 'say-which'],
  handle:
    ({ kept, ask }) =>
    async ({ params, headers, body }, response) => {
      const tenant = networkIn(params, response)
      const sent = await ask('acceptRecord', { body }, { who: whoOf(response) })
      const keeping = { ...recordOf(sent, tenant), hasSeen: (newest: KeptVersion | null) => hasSeen(headers, newest) }
      const stored = storedOf(await kept.keepRecord(keeping))
      response
        .status(stored.isNew && stored.version === 1 ? 201 : 200)
        .set('ETag', stored.etag)
        .json(stored.answer)
    },
})

export const patchRecord = call({
  method: 'patch',
  path: '/v1/networks/{ods}/record',
  name: 'patchRecord',
  tag: 'Record',
  summary: 'Change part of a network’s record',
  description:
    'A JSON Merge Patch (RFC 7396): fields that are `null` are removed, objects are merged, and lists are replaced as a whole. Errors point into the record as it would be afterwards.',
  permission: { by: EDIT, of: IN_PATH },
  params: { ods },
  headers: { 'If-Match': tag('The ETag of the version to change; `*` changes whichever is the latest.') },
  body: {
    kind: 'heavy',
    schema: recordPatch,
    example: { closed: [{ date: '2026-12-10', why: 'Learning afternoon', parts: ['pm'] }], cycle: null },
    types: ['application/merge-patch+json', 'application/json'],
  },
  answers: { 200: STORED[200] },
  problems: ['changed-since', 'say-which'],
  handle: ({ kept, ask }) => {
    return async ({ params, headers, body }, response) => {
      const tenant = networkIn(params, response)
      const change = async (base: string) =>
        recordOf(await ask('patchRecord', { body, record: base }, { who: whoOf(response) }), tenant)
      const stored = storedOf(await changeRecord({ kept, change, headers }, tenant))
      response.set('ETag', stored.etag).json(stored.answer)
    }
  },
})

export interface RecordChange {
  readonly kept: Kept
  /** Returns what to store in place of the base record. */
  readonly change: (base: string) => Promise<Omit<RecordKeeping, 'hasSeen'>>
  readonly headers: Parameters<typeof hasSeen>[0]
}

/** Retries if somebody else changes the record at the same time and the caller sent no precondition. */
const TRIES = 5

/** Changes the latest version; never overwrites a version stored in the meantime. */
export async function changeRecord(
  { kept, change, headers }: RecordChange,
  { network }: Pick<Tenant, 'network'>,
): Promise<DocumentKept> {
  for (let left = TRIES; ; left--) {
    const base = await kept.findRecord(network, null)
    if (base === null) throw noRecord(network)
    const seen = hasSeen(headers, base)
    if (seen !== 'yes') throw unseen(seen === 'no' ? 'changed-since' : 'say-which', base, OF_NETWORK)
    const isBase = (newest: KeptVersion | null) => (newest?.documentHash === base.documentHash ? 'yes' : 'no')
    const stored = await kept.keepRecord({ ...(await change(base.body)), hasSeen: isBase })
    if (!('newest' in stored) || left === 1) return stored
  }
}

/** What to store of a change made and validated at the desk. */
export function keepingOf(
  { network: { name }, body, documentHash }: AcceptedRecord,
  tenant: Tenant,
  action: RecordKeeping['action'],
): Omit<RecordKeeping, 'hasSeen'> {
  return { network: tenant.network, actor: tenant.actor, networkName: name, body, documentHash, action }
}

const OF_NETWORK = { whose: 'This network', what: 'record' } as const

/** Refuses a record of another network. */
function recordOf(sent: AcceptedRecord, tenant: Tenant): Omit<RecordKeeping, 'hasSeen'> {
  const { ods } = sent.network
  if (ods !== tenant.network) {
    const detail = `This path only takes the record of ${tenant.network}.`
    throw new BadInput([{ pointer: '/network/ods', detail, seen: ods, maybe: tenant.network }])
  }
  return keepingOf(sent, tenant, 'keep-record')
}

/** Throws a Refusal if nothing was stored. */
export function storedOf(keeping: DocumentKept) {
  if ('newest' in keeping) throw unseen(keeping.kind, keeping.newest, OF_NETWORK)
  const { version, documentHash } = keeping
  const isNew = keeping.kind === 'kept'
  const answer = { version, recordHash: documentHash, isNew } satisfies KeptRecordResponse
  return { version, isNew, etag: etagOf(keeping), answer }
}
