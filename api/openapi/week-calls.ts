/** The calls for what a network keeps: documents and rotas of its weeks, what is published, who did what. */
import { documentSchema } from '../../src/intake/document/schema.ts'
import {
  auditQuery,
  auditResponse,
  erasedResponse,
  keptResponse,
  personResponse,
  publicationResponse,
  publishedResponse,
  rotaRequest,
  rotaResponse,
  rotasResponse,
  versionQuery,
  weeksResponse,
} from '../contract/weeks.ts'
import { type Call, type Parameter, READING } from './call.ts'

const ods: Parameter = { name: 'ods', in: 'path', does: 'The network’s code.' }
const from: Parameter = {
  name: 'from',
  in: 'path',
  does: 'The Monday that the week begins on.',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
}
const version: Parameter = { name: 'version', in: 'path', does: 'The rota’s number.', pattern: '^[1-9]\\d{0,8}$' }
const person: Parameter = { name: 'person', in: 'path', does: 'The person’s id in the network’s documents.' }

const NETWORK = '/v1/networks/{ods}'
const WEEK = `${NETWORK}/weeks/{from}`
const ROTA = `${WEEK}/rotas/{version}`
const etag = { ETag: 'Names exactly this version.' }

const DOCUMENTS: readonly Call[] = [
  {
    method: 'get',
    path: `${NETWORK}/weeks`,
    name: 'listWeeks',
    does: 'The weeks that something is kept for, newest first.',
    parameters: [ods],
    answers: { 200: { does: 'The weeks, with their newest versions.', schema: weeksResponse } },
    problems: ['forbidden', 'not-found'],
  },
  {
    method: 'get',
    path: `${WEEK}/document`,
    name: 'getWeekDocument',
    does: 'A week’s document as it was kept: the newest version, or the one that is asked for.',
    parameters: [
      ods,
      from,
      { name: 'If-None-Match', in: 'header', does: 'The ETag of a version that is had already.' },
    ],
    query: versionQuery,
    answers: {
      200: { does: 'The document.', schema: documentSchema, headers: etag },
      304: { does: 'It is still the version that is had already.' },
    },
    problems: ['forbidden', 'not-found', 'invalid-input'],
  },
  {
    method: 'put',
    path: `${WEEK}/document`,
    name: 'keepWeekDocument',
    does: 'Keeps a new version of a week’s document. Two who change it at once never overwrite each other unawares.',
    parameters: [
      ods,
      from,
      {
        name: 'If-Match',
        in: 'header',
        does: 'The ETag of the version that was changed; left out where there is none yet. `*` overwrites whatever there is.',
      },
      { name: 'If-None-Match', in: 'header', does: '`*` keeps the document only where there is none yet.' },
    ],
    body: documentSchema,
    answers: {
      200: { does: 'It is kept.', schema: keptResponse, headers: etag },
      201: { does: 'It is kept, as the week’s first.', schema: keptResponse, headers: etag },
    },
    problems: [...READING, 'forbidden', 'not-found', 'changed-since', 'say-which'],
  },
]

const ROTAS: readonly Call[] = [
  {
    method: 'get',
    path: `${WEEK}/rotas`,
    name: 'listRotas',
    does: 'The rotas of a week, made by solves and by hand, newest first.',
    parameters: [ods, from],
    answers: { 200: { does: 'The rotas, without what is in them.', schema: rotasResponse } },
    problems: ['forbidden', 'not-found'],
  },
  {
    method: 'post',
    path: `${WEEK}/rotas`,
    name: 'keepRota',
    does: 'Keeps a rota that somebody made for the week’s newest document: a report, `{ assignments, clinics? }`, or assignments alone. It may break any rule; the answer says which.',
    parameters: [ods, from],
    body: rotaRequest,
    answers: {
      200: {
        does: 'The newest rota, which says the same.',
        schema: rotaResponse,
        headers: { Location: 'Where it is.' },
      },
      201: { does: 'The rota, with what the rules find.', schema: rotaResponse, headers: { Location: 'Where it is.' } },
    },
    problems: [...READING, 'forbidden', 'not-found', 'changed-since'],
  },
  {
    method: 'get',
    path: ROTA,
    name: 'getRota',
    does: 'One rota: a solve’s report, or a plan by hand with what the rules find in it.',
    parameters: [ods, from, version],
    answers: { 200: { does: 'The rota.', schema: rotaResponse } },
    problems: ['forbidden', 'not-found'],
  },
  {
    method: 'put',
    path: `${ROTA}/publication`,
    name: 'publishRota',
    does: 'Publishes a rota for every week that it covers, in the place of what was published of them before; a longer rota goes on in its other weeks. A person’s act.',
    parameters: [ods, from, version],
    answers: { 200: { does: 'The rota, which is published, and what it replaces.', schema: publicationResponse } },
    problems: ['forbidden', 'not-found', 'not-to-be-published'],
  },
  {
    method: 'delete',
    path: `${ROTA}/publication`,
    name: 'withdrawRota',
    does: 'Takes a published rota back from every week that still goes by it; these have no published rota then. A person’s act.',
    parameters: [ods, from, version],
    answers: { 204: { does: 'It is no longer published.' } },
    problems: ['forbidden', 'not-found'],
  },
  {
    method: 'get',
    path: `${WEEK}/published`,
    name: 'getPublished',
    does: 'What is published for a week, of a rota that begins in it or before: who works where and when, without figures, costs and findings.',
    parameters: [ods, from],
    answers: { 200: { does: 'The week of the published rota.', schema: publishedResponse } },
    problems: ['forbidden', 'not-found'],
  },
]

const PEOPLE: readonly Call[] = [
  {
    method: 'get',
    path: `${NETWORK}/people/{person}`,
    name: 'exportPerson',
    does: 'Everything that is kept about one person of the network.',
    parameters: [ods, person],
    answers: { 200: { does: 'What documents and rotas tell of them.', schema: personResponse } },
    problems: ['forbidden', 'not-found'],
  },
  {
    method: 'delete',
    path: `${NETWORK}/people/{person}`,
    name: 'erasePerson',
    does: 'Erases a person from everything that is kept: “a former colleague” stays in their place, with their past sessions alone.',
    parameters: [ods, person],
    answers: { 200: { does: 'They are erased.', schema: erasedResponse } },
    problems: ['forbidden', 'not-found', 'still-solving'],
  },
  {
    method: 'get',
    path: `${NETWORK}/audit`,
    name: 'listAudit',
    does: 'Who did what in a network, newest first.',
    parameters: [ods],
    query: auditQuery,
    answers: { 200: { does: 'A page of entries.', schema: auditResponse } },
    problems: ['forbidden', 'not-found', 'invalid-input'],
  },
]

export const WEEK_CALLS: readonly Call[] = [...DOCUMENTS, ...ROTAS, ...PEOPLE]
