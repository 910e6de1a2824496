/** What a board reads of safety: sentences that are right for one week, and for weeks without any that is clear. */
import { expect, it } from 'vitest'
import { type EvidenceTold, evidenceInWords } from '../../../../src/output/text/evidence.ts'

const NONE = { due: 0, inTime: 0 }

function told(published: readonly number[]): EvidenceTold {
  return {
    weeks: published.map((_, n) => `week ${n}`),
    unpublished: [],
    safety: published.map((count) => ({ published: count, draft: null })),
    fairness: [],
    protectedTime: { promised: 0, planned: 0 },
    wishes: { asked: 0, granted: 0 },
    changes: null,
    service: { urgent: NONE, routine: NONE, withinOneWeek: NONE, withinTwoWeeks: NONE },
  }
}

it.each([
  [[0, 0], 'No published rota broke a safety rule.'],
  [[4], 'The published rota has 4 safety findings.'],
  [[1, 2], 'Each of 2 weeks broke a safety rule; there are 3 safety findings in all.'],
  [[0, 0, 1], '2 of 3 weeks broke no safety rule; the other has 1 safety finding.'],
  [[0, 2, 1], '1 of 3 weeks broke no safety rule; the others have 3 safety findings between them.'],
])('weeks with %j findings are summed up in a sentence', (published, sentence) => {
  expect(evidenceInWords(told(published))[1]).toBe(sentence)
})
