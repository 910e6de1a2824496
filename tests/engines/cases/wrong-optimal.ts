/** Families in which some solver has called a worse point optimal; here the truth comes from looking at everything. */
import type { Lp } from '../../../solver/lp/lp.ts'
import { bestByEnumeration } from '../enumeration.ts'
import type { Case } from '../every-engine.ts'
import { sessionsAndUnmet, switchedClinics, tightChoices } from '../shapes.ts'
import { demand } from './expected.ts'

const EACH = 20

function family(fact: string, make: (seed: number) => Lp): Case {
  return {
    fact,
    async run(engine) {
      for (let seed = 1; seed <= EACH; seed++) {
        const lp = make(seed)
        try {
          await demand(engine, lp, bestByEnumeration(lp))
        } catch (error) {
          throw new Error(`seed ${seed}`, { cause: error })
        }
      }
    },
  }
}

export const wrongOptimal: readonly Case[] = [
  family('whole sessions with unmet need: the optimum is the best of all', sessionsAndUnmet),
  family('clinics behind a switch with a huge coefficient: the optimum is the best of all', switchedClinics),
  family('yes-or-no columns under equalities: the optimum is the best of all, or nothing fits', tightChoices),
]
