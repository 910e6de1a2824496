/** A practice of 22 people whose week is solved in seconds; stored and planned over HTTP before a page is opened. */
import { readFile } from 'node:fs/promises'
import type { APIRequestContext } from '@playwright/test'
import type { components } from '../../client/openapi.ts'
import { expect } from './service.ts'

type WeekDocument = components['schemas']['Document']
type NetworkRecord = components['schemas']['NetworkRecord']

const RECORD = new URL('../../fixtures/records/fern-lane.json', import.meta.url)
const FILE = new URL('../../fixtures/networks/one-practice.json', import.meta.url)

export interface PlannedWeek {
  readonly document: WeekDocument
  /** URL of the board. */
  readonly page: string
  /** URL of the week in the API. */
  readonly api: string
}

export interface Wanted {
  /** A different code for each test, so that tests don't see each other's data. */
  readonly ods: string
  /** Changes to the document. */
  readonly change?: (document: WeekDocument) => WeekDocument
}

/** Stores the week's document. */
export async function storedWeek(
  request: APIRequestContext,
  { ods, change = (same) => same }: Wanted,
): Promise<PlannedWeek> {
  const given: WeekDocument = JSON.parse(await readFile(FILE, 'utf8'))
  const document = change({ ...given, network: { ...given.network, ods }, solve: { seconds: 20, gap: 0.02, seed: 1 } })
  const api = `/v1/networks/${ods}/weeks/${document.week.from}`
  expect((await request.put(`${api}/document`, { data: document })).status()).toBe(201)
  return { document, page: `/networks/${ods}/weeks/${document.week.from}`, api }
}

/** As `storedWeek`, with a solved rota. */
export async function plannedWeek(request: APIRequestContext, wanted: Wanted): Promise<PlannedWeek> {
  const week = await storedWeek(request, wanted)
  await solved(request, week.document)
  return week
}

/** Version of the week's latest rota. */
export async function latestVersion(request: APIRequestContext, { api }: PlannedWeek): Promise<number> {
  const { rotas } = await (await request.get(`${api}/rotas`)).json()
  return rotas[0]?.version ?? 0
}

/** Stores a record of a practice with five people, for a network of its own. */
export async function storedRecord(request: APIRequestContext, ods: string): Promise<NetworkRecord> {
  const given: NetworkRecord = JSON.parse(await readFile(RECORD, 'utf8'))
  const record = { ...given, network: { ...given.network, ods } }
  expect((await request.put(`/v1/networks/${ods}/record`, { data: record })).status()).toBe(201)
  return record
}

/** The record as stored now. */
export async function readRecord(request: APIRequestContext, ods: string): Promise<NetworkRecord> {
  return (await request.get(`/v1/networks/${ods}/record`)).json()
}

/** A network with a published week generated from its record; created once per service, and never changed. */
export const PUBLISHED = { ods: 'U90700', from: '2026-11-30' }

export async function publishedNetwork(request: APIRequestContext): Promise<typeof PUBLISHED> {
  const { ods, from } = PUBLISHED
  const api = `/v1/networks/${ods}/weeks/${from}`
  if ((await request.get(`${api}/published`)).ok()) return PUBLISHED
  await storedRecord(request, ods)
  const drawn: WeekDocument = await (await request.get(`${api}/proposal`)).json()
  const document = { ...drawn, solve: { seconds: 10, gap: 0.05, seed: 1 } }
  expect((await request.put(`${api}/document`, { data: document })).status()).toBe(201)
  await solved(request, document)
  expect((await request.put(`${api}/rotas/1/publication`)).status()).toBe(200)
  return PUBLISHED
}

async function solved(request: APIRequestContext, document: WeekDocument): Promise<void> {
  const { id } = await (await request.post('/v1/solves', { data: document })).json()
  await expect
    .poll(async () => (await (await request.get(`/v1/solves/${id}`)).json()).state, { timeout: 120_000 })
    .toBe('done')
}
