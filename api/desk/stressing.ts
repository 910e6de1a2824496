/** Stress-tests a rota against sampled weeks and single absences. */
import { type StressStep, stressTest } from '../../solver/stress-test.ts'
import { keepRepeatedKeys } from '../../src/intake/json/parse-json.ts'
import { readRota } from '../../src/intake/rota-reading.ts'
import type { Problem } from '../../src/problem.ts'
import type { StressAnswer } from '../../src/stress-answer.ts'
import { samples as samplesSchema, seed as seedSchema, stressRequest } from '../contract/stress-tests.ts'
import { readAs } from '../contract.ts'
import { together } from './together.ts'
import { within } from './within.ts'

export interface Stressing {
  readonly sent: unknown
  readonly onStep?: (step: StressStep) => void
}

export async function stress({ sent, onStep }: Stressing, read: (document: unknown) => Problem): Promise<StressAnswer> {
  return stressTest({ ...(await readStress(sent, read)), ...(onStep === undefined ? {} : { onStep }) })
}

/** Reads the request. Throws one BadInput with all errors. */
export async function readStress(sent: unknown, read: (document: unknown) => Problem) {
  const asked = readAs(stressRequest, sent)
  keepRepeatedKeys(asked.document, sent, '/document')
  const problem = await within('/document', () => read(asked.document))
  const { rota, samples, seed } = await together({
    rota: () => within('/rota', () => readRota(asked.rota, problem)),
    samples: () => within('/samples', () => readAs(samplesSchema.default(100), asked.samples)),
    seed: () => within('/seed', () => readAs(seedSchema.default(1), asked.seed)),
  })
  return { problem, rota, samples, seed }
}
