/** The published rota of a week, as everybody in the network sees it. */
import type { paths } from '../../../../client/openapi.ts'
import { answered, api, Refused } from '../../api.ts'

export type PublishedWeek =
  paths['/v1/networks/{ods}/weeks/{from}/published']['get']['responses'][200]['content']['application/json']

export const publishedKey = (ods: string, from: string) => ['published', ods, from] as const

/** Null if nothing is published, or the caller has no access. */
export async function loadPublishedWeek(ods: string, from: string): Promise<PublishedWeek | null> {
  try {
    return await answered(api.GET('/v1/networks/{ods}/weeks/{from}/published', { params: { path: { ods, from } } }))
  } catch (error) {
    if (error instanceof Refused && (error.status === 404 || error.status === 403)) return null
    throw error
  }
}
