/** Judges choices one after another, off the main thread: serialising a large network's week takes long enough to be noticed. */
import { answered, api, type WeekDocument } from '../../../api.ts'
import { figuresIn } from '../../../parts/week/figures.ts'
import { outcomeOf } from '../../../parts/week/outcome.ts'
import { placed } from '../../../parts/week/steps.ts'
import type { AskedChoices, JudgedChoice, JudgingTask } from './judging.ts'

let document: WeekDocument | null = null
let closing = new AbortController()

self.addEventListener('message', ({ data }: MessageEvent<JudgingTask>) => {
  if (data.kind === 'week') document = data.document
  else closing.abort()
  if (data.kind !== 'choices' || document === null) return
  closing = new AbortController()
  void judge(document, data.asked, closing.signal)
})

async function judge(document: WeekDocument, { id, assignments, figures, trials }: AskedChoices, signal: AbortSignal) {
  for (const { key, placings } of trials) {
    if (signal.aborted) continue
    const rota = { assignments: [...placed(assignments, placings)] }
    const outcome = await answered(
      api.POST('/v1/judgements', { body: { document, rota, causes: false }, signal }),
    ).then(
      (judgement) => outcomeOf(figures, figuresIn(judgement)),
      () => null,
    )
    if (!signal.aborted) self.postMessage({ id, key, outcome } satisfies JudgedChoice)
  }
}
