/** Which network, week and rota a call is about, by the parts of its path. */
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

/** The network of the path, and who asks. */
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
