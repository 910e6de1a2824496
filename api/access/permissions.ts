/**
 * THE TABLE: who may do which call, and how it is found out whose network the call is about. What has no line here is refused,
 * to everybody. Enforced in admission.ts, before any route sees the call.
 */
import type { Role } from './caller.ts'

/** Where a call says which network it is about. */
export type Tenant =
  /** It is about no network's own things. */
  | { readonly kind: 'none' }
  /** A network's code in the path. */
  | { readonly kind: 'path'; readonly name: string }
  /** A network's code in the body, under these names. */
  | { readonly kind: 'body'; readonly at: readonly string[] }
  /** The network of the operation whose id is in the path. */
  | { readonly kind: 'operation'; readonly name: string }

export interface Permission {
  /** `anybody` without signing in; `signed-in` whatever they may do otherwise; or whoever has one of these roles there. */
  readonly by: 'anybody' | 'signed-in' | readonly Role[]
  readonly of: Tenant
  /** Never by a system, whatever its key says: somebody must answer for it. */
  readonly only?: 'person'
}

const NO_TENANT: Tenant = { kind: 'none' }
const IN_PATH: Tenant = { kind: 'path', name: 'ods' }
const IN_DOCUMENT: Tenant = { kind: 'body', at: ['network', 'ods'] }
const IN_JUDGEMENT: Tenant = { kind: 'body', at: ['document', 'network', 'ods'] }
const IN_OPERATION: Tenant = { kind: 'operation', name: 'id' }

const READ: readonly Role[] = ['staff', 'manager', 'director', 'administrator']
/** Drafts, operations and whatever else is not published. */
const LOOK: readonly Role[] = ['manager', 'director', 'administrator']
const EDIT: readonly Role[] = ['manager', 'administrator']
const ADMINISTER: readonly Role[] = ['administrator']
const WATCH: readonly Role[] = ['monitor', 'administrator']

/** By the name that a call has in api/openapi/calls.ts. */
export const PERMISSIONS: Readonly<Record<string, Permission>> = {
  submitSolve: { by: EDIT, of: IN_DOCUMENT },
  getSolve: { by: LOOK, of: IN_OPERATION },
  stopSolve: { by: EDIT, of: IN_OPERATION },
  followSolve: { by: LOOK, of: IN_OPERATION },

  planSmallWeek: { by: LOOK, of: IN_DOCUMENT },
  validate: { by: LOOK, of: IN_DOCUMENT },
  judge: { by: LOOK, of: IN_JUDGEMENT },

  listWeeks: { by: LOOK, of: IN_PATH },
  getWeekDocument: { by: LOOK, of: IN_PATH },
  keepWeekDocument: { by: EDIT, of: IN_PATH },
  listRotas: { by: LOOK, of: IN_PATH },
  keepRota: { by: EDIT, of: IN_PATH },
  getRota: { by: LOOK, of: IN_PATH },
  publishRota: { by: EDIT, of: IN_PATH, only: 'person' },
  withdrawRota: { by: EDIT, of: IN_PATH, only: 'person' },
  getPublished: { by: READ, of: IN_PATH },
  exportPerson: { by: EDIT, of: IN_PATH },
  erasePerson: { by: EDIT, of: IN_PATH },
  listAudit: { by: LOOK, of: IN_PATH },

  addWebhook: { by: EDIT, of: IN_PATH },
  listWebhooks: { by: LOOK, of: IN_PATH },
  removeWebhook: { by: EDIT, of: IN_PATH },
  listDeliveries: { by: LOOK, of: IN_PATH },

  findNetworks: { by: READ, of: NO_TENANT },
  getNetworkDocument: { by: LOOK, of: IN_PATH },
  listRules: { by: READ, of: NO_TENANT },

  isAlive: { by: 'anybody', of: NO_TENANT },
  isReady: { by: 'anybody', of: NO_TENANT },
  getMetrics: { by: WATCH, of: NO_TENANT },

  signIn: { by: 'anybody', of: NO_TENANT },
  comeBack: { by: 'anybody', of: NO_TENANT },
  signOut: { by: 'signed-in', of: NO_TENANT },
  whoAmI: { by: 'signed-in', of: NO_TENANT },
  listPeople: { by: ADMINISTER, of: NO_TENANT },
  invitePerson: { by: ADMINISTER, of: NO_TENANT, only: 'person' },
  changeRoles: { by: ADMINISTER, of: NO_TENANT, only: 'person' },
  forgetPerson: { by: ADMINISTER, of: NO_TENANT },
  endSessions: { by: ADMINISTER, of: NO_TENANT },
  listKeys: { by: ADMINISTER, of: NO_TENANT },
  makeKey: { by: ADMINISTER, of: NO_TENANT, only: 'person' },
  revokeKey: { by: ADMINISTER, of: NO_TENANT },
}

/** What is served beside the calls of the OpenAPI document: what it says itself is no secret of anybody's. */
export const PAGES: readonly string[] = ['/v1/openapi.json', '/docs', '/docs/style.css', '/signed-out']
