/** Calls that answer immediately if the question is small, and otherwise start an operation. This hides the difference. */
import { answered, api, Refused } from '../api.ts'

interface Asked {
  readonly data?: unknown
  readonly error?: unknown
  readonly response: Response
}

/** An operation's progress: a short description and the number of steps. */
export interface LongProgress {
  readonly doing: string
  readonly step: number
  readonly of: number | null
}

interface Following {
  /** Aborting cancels the operation. */
  readonly signal: AbortSignal
  readonly tell: (progress: LongProgress) => void
}

/** Milliseconds between polls: short at first, because most operations take a second or two. */
const LOOKS = [250, 400, 700] as const
const LATER = 1000

/** `R` is the type of the 200 response. */
export async function longAnswer<R>(asked: Promise<Asked>, following: Following): Promise<R> {
  const { data, error, response } = await asked.catch(() => {
    throw new Refused(0, null)
  })
  if (data === undefined) throw new Refused(response.status, (error ?? null) as Refused['problem'])
  if (response.status !== 202) return data as R
  return (await followed((data as { readonly id: string }).id, following)) as R
}

async function followed(id: string, { signal, tell }: Following): Promise<unknown> {
  for (let look = 0; ; look++) {
    if (signal.aborted) {
      await api.DELETE('/v1/operations/{id}', { params: { path: { id } } })
      throw signal.reason
    }
    const { state, result, problem, progress } = await answered(
      api.GET('/v1/operations/{id}', { params: { path: { id } } }),
    )
    if (state === 'done') return result
    if (state === 'failed') throw new Refused(problem?.status ?? 500, problem ?? null)
    if (state === 'stopped') throw new Refused(409, null)
    if (progress !== undefined) tell(progress)
    await new Promise((resolve) => setTimeout(resolve, LOOKS[look] ?? LATER))
  }
}
