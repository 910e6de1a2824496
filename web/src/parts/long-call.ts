/** Calls that answer at once where a question is small, and as an operation where it is not: both end in the same answer, here. */
import { answered, api, Refused } from '../api.ts'

interface Asked {
  readonly data?: unknown
  readonly error?: unknown
  readonly response: Response
}

/** What an operation is at: in a few words, and of how many steps. */
export interface LongProgress {
  readonly doing: string
  readonly step: number
  readonly of: number | null
}

interface Following {
  /** Aborted once nobody waits any more: the operation is stopped. */
  readonly signal: AbortSignal
  readonly tell: (progress: LongProgress) => void
}

/** Milliseconds between two looks at an operation: short ones first, most take a second or two. */
const LOOKS = [250, 400, 700] as const
const LATER = 1000

/** `R` is what the call answers with 200. */
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
