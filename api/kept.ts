/**
 * What networks store for their weeks, as seen by the routes: the store's functions bound to one database. Each takes its
 * network.
 */
import { type AuditPage, listAudit } from './store/audit.ts'
import { changesIn, type DayRange, feedSessions } from './store/calendar-sessions.ts'
import { addCalendar, type CalendarOf, findCalendar, listCalendars, removeCalendar } from './store/calendars.ts'
import type { Db } from './store/database.ts'
import { deleteRecordVersion, deleteRota, deleteWeek } from './store/deletion.ts'
import { erasePerson, type Writers } from './store/erasure.ts'
import { findDocument, type Keeping, keepDocument } from './store/kept-documents.ts'
import { findRecord, keepRecord, listRecords, type RecordKeeping } from './store/kept-records.ts'
import { type AccountOf, linkAccount, listAccounts, ownPeople, unlinkAccount } from './store/own-people.ts'
import { type PersonOf, type Readers, readPerson } from './store/people.ts'
import { type Publishing, publish, type ReadRota, withdraw } from './store/publications.ts'
import {
  firstDrafts,
  lastPublished,
  publishedRotas,
  publishedWithDocuments,
  type WeekRange,
} from './store/published-rotas.ts'
import { findRetention, type Retention, setRetention } from './store/retention.ts'
import {
  findPublished,
  findRota,
  findRotaVersion,
  type HandMade,
  keepRota,
  listRotas,
  noteExport,
} from './store/rotas.ts'
import {
  acceptSwap,
  findSwap,
  listSwaps,
  moveSwap,
  proposeSwap,
  type SwapAcceptance,
  type SwapProposal,
  type SwapStep,
  type SwapsAsked,
} from './store/swaps.ts'
import type { Networks, Tenant, WeekOf } from './store/tenant.ts'
import { addWebhook, listDeliveries, listWebhooks, removeWebhook, type WebhookRequest } from './store/webhooks.ts'
import { listNetworks, listWeeks } from './store/weeks.ts'

export type Kept = ReturnType<typeof openKept>

export function openKept(db: Db) {
  return {
    listNetworks: (networks: Networks) => listNetworks(db, networks),
    listWeeks: (network: string) => listWeeks(db, network),
    findDocument: (week: WeekOf, version: number | null) => findDocument(db, week, version),
    keepDocument: (keeping: Keeping) => keepDocument(db, keeping),
    findRecord: (network: string, version: number | null) => findRecord(db, network, version),
    listRecords: (network: string) => listRecords(db, network),
    keepRecord: (keeping: RecordKeeping) => keepRecord(db, keeping),
    listRotas: (week: WeekOf) => listRotas(db, week),
    findRotaVersion: (week: WeekOf, version: number) => findRotaVersion(db, week, version),
    findRota: (week: WeekOf, version: number) => findRota(db, week, version),
    findPublished: (week: WeekOf) => findPublished(db, week),
    keepRota: (rota: HandMade) => keepRota(db, rota),
    noteExport: (copy: Parameters<typeof noteExport>[1]) => noteExport(db, copy),
    publishedWithDocuments: (network: string, range: WeekRange) => publishedWithDocuments(db, network, range),
    firstDrafts: (network: string, range: WeekRange) => firstDrafts(db, network, range),
    findRetention: (network: string) => findRetention(db, network),
    setRetention: (tenant: Tenant, retention: Retention) => setRetention(db, tenant, retention),
    deleteWeek: (week: Tenant & WeekOf) => deleteWeek(db, week),
    deleteRota: (rota: Tenant & WeekOf & { readonly version: number }) => deleteRota(db, rota),
    deleteRecordVersion: (tenant: Tenant, version: number) => deleteRecordVersion(db, tenant, version),
    lastPublished: (network: string) => lastPublished(db, network),
    linkAccount: (who: PersonOf, account: AccountOf) => linkAccount(db, who, account),
    unlinkAccount: (who: PersonOf) => unlinkAccount(db, who),
    listAccounts: (network: string) => listAccounts(db, network),
    ownPeople: (account: string) => ownPeople(db, account),
    publishedRotas: (network: string, range: WeekRange) => publishedRotas(db, network, range),
    publish: (publishing: Publishing, read: ReadRota) => publish(db, publishing, read),
    withdraw: (publishing: Publishing, read: Parameters<typeof withdraw>[2]) => withdraw(db, publishing, read),
    ...swapsOf(db),
    addCalendar: (tenant: Tenant, of: CalendarOf & { readonly hash: string }) => addCalendar(db, tenant, of),
    listCalendars: (network: string, person: string | null = null) => listCalendars(db, network, person),
    removeCalendar: (tenant: Tenant, of: { readonly id: string; readonly person?: string | null }) =>
      removeCalendar(db, tenant, of),
    findCalendar: (hash: string) => findCalendar(db, hash),
    feedSessions: (of: Parameters<typeof feedSessions>[1], from: string) => feedSessions(db, of, from),
    changesIn: (network: string, range: DayRange) => changesIn(db, network, range),
    listAudit: (network: string, page: AuditPage) => listAudit(db, network, page),
    readPerson: <D, R, S, Q>(who: PersonOf, read: Readers<D, R, S, Q>) => readPerson(db, who, read),
    addWebhook: (request: WebhookRequest) => addWebhook(db, request),
    listWebhooks: (network: string) => listWebhooks(db, network),
    removeWebhook: (tenant: Tenant, id: string) => removeWebhook(db, tenant, id),
    listDeliveries: (network: string, id: string) => listDeliveries(db, network, id),
    erasePerson: (who: PersonOf, write: Writers) => erasePerson(db, who, write),
  }
}

function swapsOf(db: Db) {
  return {
    listSwaps: (asked: SwapsAsked) => listSwaps(db, asked),
    findSwap: (of: Parameters<typeof findSwap>[1]) => findSwap(db, of),
    proposeSwap: (tenant: Tenant, proposal: SwapProposal) => proposeSwap(db, tenant, proposal),
    moveSwap: (tenant: Tenant, step: SwapStep) => moveSwap(db, tenant, step),
    acceptSwap: (tenant: Tenant, given: SwapAcceptance) => acceptSwap(db, tenant, given),
  }
}
