/** The public API, with types generated from its OpenAPI document. The pages use nothing else from the service. */
import createClient from 'openapi-fetch'
import type { components, paths } from '../../client/openapi.ts'

type Schemas = components['schemas']
export type WeekDocument = Schemas['Document']
export type Person = Schemas['Person']
export type Part = Schemas['Part']
export type Site = Schemas['Site']
export type Pin = Schemas['Pin']
export type Report = Schemas['Report']
export type Judgement = Schemas['Judgement']
export type Assignment = Schemas['Assignment']
export type Finding = Schemas['Finding']
export type Action = Schemas['Action']
export type Cover = Schemas['Cover']
export type Covers = Schemas['Covers']
export type Progress = Schemas['Progress']
export type Rota = Schemas['Rota']
export type RotaEntry = Schemas['RotaEntry']
export type Problem = Schemas['Problem']
export type Work = Assignment['work']
export type Grant = Schemas['Grant']
export type Caller = paths['/v1/me']['get']['responses'][200]['content']['application/json']
export type NetworkRecord = Schemas['NetworkRecord']
export type RecordPerson = Schemas['RecordPerson']
export type Leave = Schemas['Leave']
export type Role = Schemas['Role']
export type Import = Schemas['Import']

/** Hand-written, because the browser computes with it; a check keeps it compatible with the API’s own type. */
export type { MixSketch } from '../../src/mix-sketch.ts'
export type MixAnswer = Schemas['Mix']
export type ScenarioComparison = Schemas['ScenarioComparison']
export type StressTest = Schemas['StressTest']

export const api = createClient<paths, 'application/json'>({ baseUrl: self.location.origin })

/** The service refused a call, or couldn't be reached (status 0). */
export class Refused extends Error {
  readonly status: number
  readonly problem: Problem | null

  constructor(status: number, problem: Problem | null) {
    super(problem?.title ?? 'The service gave no reason.')
    this.status = status
    this.problem = problem
  }
}

interface Answer<T> {
  readonly data?: T
  readonly error?: unknown
  readonly response: Response
}

/** Returns the response body; throws the problem details if the call was refused. */
export async function answered<T>(asked: Promise<Answer<T>>): Promise<T> {
  return (await heard(asked)).data
}

/** As `answered`, with the response's ETag. */
export async function heard<T>(asked: Promise<Answer<T>>): Promise<{ readonly data: T; readonly etag: string | null }> {
  const { data, error, response } = await asked.catch(() => {
    throw new Refused(0, null)
  })
  if (data === undefined) throw new Refused(response.status, problemIn(error))
  return { data, etag: response.headers.get('ETag') }
}

/** Null if it doesn't exist (404). */
export async function unlessMissing<T>(asking: Promise<T>): Promise<T | null> {
  try {
    return await asking
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return null
    throw error
  }
}

function problemIn(error: unknown): Problem | null {
  const isProblem = typeof error === 'object' && error !== null && 'title' in error && 'type' in error
  return isProblem ? (error as Problem) : null
}

/** Describes a failure to the user in sentences. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Refused)) return 'Something went wrong in this page. Reload it: what was saved is kept.'
  if (error.status === 0) return 'The service didn’t answer. Nothing is lost. Check that it is running.'
  const details = error.problem?.errors?.slice(0, 3).map(({ detail }) => detail) ?? []
  return [error.message, ...details].join(' ')
}
