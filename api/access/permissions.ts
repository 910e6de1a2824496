/** Who may make a call, and how its network is determined. Each call declares this; admission.ts enforces it. */
import type { Role } from './caller.ts'

/** Where a call says which network it is about. */
export type Tenant =
  /** It concerns no network's data. */
  | { readonly kind: 'none' }
  /** A network's code in the path. */
  | { readonly kind: 'path'; readonly name: string }
  /** A network's code in the query; without one, the call covers all the caller's networks. */
  | { readonly kind: 'query'; readonly name: string }
  /** A network's code in the body, under these names. */
  | { readonly kind: 'body'; readonly at: readonly string[] }
  /** The network of the operation whose id is in the path. */
  | { readonly kind: 'operation'; readonly name: string }

export interface Permission {
  /** `anybody`: without sign-in; `signed-in`: any signed-in caller; otherwise callers with one of these roles there. */
  readonly by: 'anybody' | 'signed-in' | readonly Role[]
  readonly of: Tenant
  /** Never by a system, whatever its key allows: a person must be accountable. */
  readonly only?: 'person'
}

export const NO_TENANT: Tenant = { kind: 'none' }
export const IN_PATH: Tenant = { kind: 'path', name: 'ods' }
export const IN_QUERY: Tenant = { kind: 'query', name: 'network' }
/** The body is a rota document. */
export const IN_DOCUMENT: Tenant = { kind: 'body', at: ['network', 'ods'] }
/** The body contains a rota document. */
export const IN_NESTED_DOCUMENT: Tenant = { kind: 'body', at: ['document', 'network', 'ods'] }
/** The body names the network. */
export const IN_NETWORK_FIELD: Tenant = { kind: 'body', at: ['network'] }
export const IN_OPERATION: Tenant = { kind: 'operation', name: 'id' }

export const ANYBODY: Permission = { by: 'anybody', of: NO_TENANT }
export const SIGNED_IN: Permission = { by: 'signed-in', of: NO_TENANT }

/** Roles that may read what is published. */
export const READ: readonly Role[] = ['staff', 'manager', 'director', 'administrator']
/** Roles that may read drafts, operations and anything else unpublished. */
export const LOOK: readonly Role[] = ['manager', 'director', 'administrator']
export const EDIT: readonly Role[] = ['manager', 'administrator']
export const ADMINISTER: readonly Role[] = ['administrator']
export const WATCH: readonly Role[] = ['monitor', 'administrator']
