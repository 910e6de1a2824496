/** The letters that stand for work in the cells of a rota. */
import type { AssignmentReport } from '../../report.ts'
import { WORKS, type Work } from '../../rota.ts'

const LETTERS: Readonly<Record<Work, string>> = {
  clinic: 'C',
  duty: 'D',
  visits: 'V',
  supervision: 'S',
  admin: 'A',
  training: 'T',
  outside: 'O',
}

const WORDS: Readonly<Record<Work, string>> = {
  clinic: 'clinic',
  duty: 'duty doctor',
  visits: 'visits',
  supervision: 'supervision',
  admin: 'admin',
  training: 'protected learning',
  outside: 'with partner organisations',
}

export const FREE = '·'
export const AWAY = '–'

/** "C" for a clinic here, "C>BL" for one at Birch Lane, "c" for one by telephone or video. */
export function workCode(assignment: AssignmentReport, here: string, codes: ReadonlyMap<string, string>): string {
  const letter = LETTERS[assignment.work]
  const code = assignment.remote ? letter.toLowerCase() : letter
  return assignment.site === here ? code : `${code}>${codes.get(assignment.site) ?? assignment.site}`
}

/** What the letters of this rota mean; only those that it uses. */
export function legend(assignments: readonly AssignmentReport[]): string[] {
  const used = new Set(assignments.map((a) => a.work))
  const letters = WORKS.filter((work) => used.has(work)).map((work) => `${LETTERS[work]} ${WORDS[work]}`)
  const remote = assignments.some((a) => a.remote) ? ['small letter: by telephone or video'] : []
  return [
    ...letters,
    ...remote,
    '>XX at that site',
    `${FREE} not at work`,
    `${AWAY} away`,
    '3/4! three people, four needed',
  ]
}
