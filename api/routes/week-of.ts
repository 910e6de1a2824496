/** Which network and week a call is about. */
import type { Response } from 'express'
import { addDays, isDay, WEEKDAYS, weekdayName, weekdayOf } from '../../src/time.ts'
import { callerOf, requireNetwork } from '../access/caller.ts'
import { Refusal } from '../problems.ts'
import type { Tenant, WeekOf } from '../store/tenant.ts'

export interface NetworkParams {
  readonly ods: string
}
export interface WeekParams extends NetworkParams {
  readonly from: string
}
export interface RotaParams extends WeekParams {
  readonly version: string
}

/** The network of the path, and who asks; what cannot be a code is refused before a database is asked. */
export function networkIn({ ods }: NetworkParams, response: Response): Tenant {
  if (!/^[\p{L}\p{N}][^\s\p{C}]{0,63}$/u.test(ods)) throw notFound('No network has such a code.', ods)
  const caller = callerOf(response)
  requireNetwork(caller, ods)
  return { network: ods, actor: caller.actor }
}

export function weekIn(params: WeekParams, response: Response): Tenant & WeekOf {
  const tenant = networkIn(params, response)
  if (!isDay(params.from)) throw notFound('No week begins on such a day.', params.from)
  const weekday = weekdayOf(params.from)
  if (weekday !== 'mon') {
    const monday = addDays(params.from, -WEEKDAYS.indexOf(weekday))
    const detail = `Weeks begin on Mondays, and ${params.from} is a ${weekdayName(weekday)}.`
    throw notFound(detail, params.from, `/v1/networks/${tenant.network}/weeks/${monday}`)
  }
  return { ...tenant, weekFrom: params.from }
}

export function rotaIn(params: RotaParams, response: Response): Tenant & WeekOf & { readonly version: number } {
  const week = weekIn(params, response)
  if (!/^[1-9]\d{0,8}$/.test(params.version)) throw noSuchRota(params.version)
  return { ...week, version: Number(params.version) }
}

export function noSuchRota(version: number | string): Refusal {
  return notFound('This week has no rota of this number.', String(version))
}

export function notFound(detail: string, seen: string, maybe?: string): Refusal {
  const hint = maybe === undefined ? {} : { maybe }
  return new Refusal('not-found', { complaints: [{ pointer: '', detail, seen: seen.slice(0, 60), ...hint }] })
}
