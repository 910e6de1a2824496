/** Has rotas judged off the main thread: serialising a large network's week takes long enough to be noticed. */
import { type Assignment, answered, api, type WeekDocument } from '../../../api.ts'
import { type Figures, figuresIn } from '../../../parts/week/figures.ts'
import { outcomeOf } from '../../../parts/week/outcome.ts'
import { placed } from '../../../parts/week/steps.ts'
import type { AskedChoices, AskedRota, JudgedChoice, JudgedRota, JudgingTask } from './judging.ts'

let document: WeekDocument | null = null
let choices = new AbortController()
let rota = new AbortController()

self.addEventListener('message', ({ data }: MessageEvent<JudgingTask>) => {
  switch (data.kind) {
    case 'week':
      document = data.document
      break
    case 'end':
      choices.abort()
      break
    case 'end-rota':
      rota.abort()
      break
    case 'choices':
      choices.abort()
      choices = new AbortController()
      if (document !== null) void judgeChoices(document, data.asked, choices.signal)
      break
    case 'rota':
      rota.abort()
      rota = new AbortController()
      if (document !== null) void judgeRota(document, data.asked, rota.signal)
  }
})

/** One after another. */
async function judgeChoices(document: WeekDocument, asked: AskedChoices, signal: AbortSignal) {
  const { id, assignments, figures, trials } = asked
  for (const { key, placings } of trials) {
    if (signal.aborted) continue
    const found = await judged(document, [...placed(assignments, placings)], signal)
    const outcome = found === null ? null : outcomeOf(figures, found)
    if (!signal.aborted) self.postMessage({ id, key, outcome } satisfies JudgedChoice)
  }
}

async function judgeRota(document: WeekDocument, { id, assignments }: AskedRota, signal: AbortSignal) {
  const figures = await judged(document, [...assignments], signal)
  if (figures !== null && !signal.aborted) self.postMessage({ rota: id, figures } satisfies JudgedRota)
}

/** Null where the service could not say. */
function judged(document: WeekDocument, assignments: Assignment[], signal: AbortSignal): Promise<Figures | null> {
  return answered(
    api.POST('/v1/judgements', { body: { document, rota: { assignments }, causes: false }, signal }),
  ).then(figuresIn, () => null)
}
