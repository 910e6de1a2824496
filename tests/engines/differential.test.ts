/**
 * Two engines that share no code must say the same. ROTA_CASES sets how many programmes (100 unless said), ROTA_SEED where to
 * begin; a failure names the seed that brings it back.
 */
import { afterAll, expect, test } from 'vitest'
import type { Answer } from '../../solver/engines/engine.ts'
import { highsEngine } from '../../solver/engines/highs/highs.ts'
import { jslpEngine } from '../../solver/engines/jslp/jslp.ts'
import type { Lp } from '../../solver/lp/lp.ts'
import { PLAIN } from './cases/expected.ts'
import { anything, sessionsAndUnmet, switchedClinics, tightChoices } from './shapes.ts'

const CASES = Number(process.env.ROTA_CASES ?? 100)
const FIRST = Number(process.env.ROTA_SEED ?? 1)
const FAMILIES: readonly ((seed: number) => Lp)[] = [
  anything,
  sessionsAndUnmet,
  anything,
  switchedClinics,
  anything,
  tightChoices,
]

/** In a hundred programmes at the most one may take the second engine longer than this. */
const PATIENCE_SECONDS = 5

const highs = highsEngine()
const jslp = jslpEngine()
afterAll(() => jslp.close?.())

function told(answer: Answer): string {
  return 'objective' in answer ? `${answer.status} ${answer.objective}` : answer.status
}

function same(one: Answer, other: Answer): boolean {
  if (!('objective' in one) || !('objective' in other)) return one.status === other.status
  const close = Math.abs(one.objective - other.objective) <= 1e-6 * (1 + Math.abs(one.objective))
  return close && one.status === 'optimal' && other.status === 'optimal'
}

test(
  `HiGHS and javascript-lp-solver agree on ${CASES} programmes from seed ${FIRST}`,
  async () => {
    const differ: string[] = []
    let unanswered = 0
    for (let seed = FIRST; seed < FIRST + CASES; seed++) {
      const lp = (FAMILIES[seed % FAMILIES.length] ?? anything)(seed)
      const one = await highs.solve(lp, PLAIN)
      const other = await jslp.solve(lp, { ...PLAIN, seconds: PATIENCE_SECONDS })
      if (other.status === 'out-of-time') unanswered += 1
      else if (!same(one, other)) differ.push(`seed ${seed}: HiGHS ${told(one)}, javascript-lp-solver ${told(other)}`)
    }
    expect(differ).toEqual([])
    expect(unanswered).toBeLessThanOrEqual(Math.ceil(CASES / 100))
  },
  20_000 + CASES * 500,
)
