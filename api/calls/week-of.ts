/** The network, week and rota named in a call's path. */
import type { Response } from 'express'
import { callerOf, requireNetwork } from '../access/caller.ts'
import type { Tenant, WeekOf } from '../store/tenant.ts'

interface NetworkParams {
  readonly ods: string
}
interface WeekParams extends NetworkParams {
  readonly from: string
}
interface RotaParams extends WeekParams {
  readonly version: string
}

/** The network in the path, and the caller. */
export function networkIn({ ods }: NetworkParams, response: Response): Tenant {
  const caller = callerOf(response)
  requireNetwork(caller, ods)
  return { network: ods, actor: caller.actor }
}

export function weekIn(params: WeekParams, response: Response): Tenant & WeekOf {
  return { ...networkIn(params, response), weekFrom: params.from }
}

export function rotaIn(params: RotaParams, response: Response): Tenant & WeekOf & { readonly version: number } {
  return { ...weekIn(params, response), version: Number(params.version) }
}
