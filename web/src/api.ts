/** The public API, with types generated from its OpenAPI document. The pages use nothing else of the service. */
import createClient from 'openapi-fetch'
import type { paths } from '../../client/openapi.ts'

export const api = createClient<paths>({ baseUrl: window.location.origin })

/** The answer's body; throws with the problem's own words where the service refused. */
export async function answered<T>(asked: Promise<{ data?: T; error?: unknown }>): Promise<T> {
  const { data, error } = await asked
  if (data !== undefined) return data
  throw new Error(titleOf(error))
}

function titleOf(problem: unknown): string {
  const isProblem = typeof problem === 'object' && problem !== null && 'title' in problem
  return isProblem ? String(problem.title) : 'The service gave no reason.'
}
