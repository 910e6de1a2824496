/** How good a rota is, in words. */
import type { LevelReport, Report } from '../../report.ts'
import { contacts, distance, pounds } from '../figures.ts'
import { LEVEL_NAMES } from '../levels.ts'

/** How the solve ended, and how far its rota can be from the best possible. */
export function statusSentence(report: Report): string {
  switch (report.status) {
    case 'optimal':
      return 'No rota is better: proven for each of its aims in their order.'
    case 'within-gap':
      return `This rota is ${farthest(report.levels)} in each of its aims: ${aimsOf(report.levels)}.`
    case 'out-of-time':
      return `Time ran out: the rota is ${howFar(report.levels)}.`
    case 'stopped':
      return `Stopped: this is the best rota until then, ${howFar(report.levels)}.`
    case 'impossible':
      return 'No rota is possible: some rules and facts of this week cannot all hold.'
    case 'no-rota':
      return 'Time ran out before any rota was found. Nothing says that there is none: allow more seconds.'
  }
}

/** A gap of 100% carries no information: only the trivial bound was found. */
const UNPROVEN = 1 - 1e-6

/** "at most 2.1% from the best possible (widest on cost), and nothing is proven of its wishes". */
function howFar(levels: readonly LevelReport[]): string {
  const proven = levels.filter((level) => level.gap < UNPROVEN)
  const widest = proven.reduce<LevelReport | null>(
    (worst, l) => (worst !== null && worst.gap >= l.gap ? worst : l),
    null,
  )
  const names = levels.filter((level) => level.gap >= UNPROVEN).map(({ level }) => LEVEL_NAMES[level].toLowerCase())
  const open = names.length === 0 ? '' : `nothing is proven of its ${names.join(' and ')}`
  if (widest === null) return open === '' ? 'at an unknown distance from the best possible' : `of which ${open}`
  const where = `${farthest(proven)} (widest on ${LEVEL_NAMES[widest.level].toLowerCase()})`
  return open === '' ? where : `${where}, and ${open}`
}

/** "safety, then urgent need, then cost". */
function aimsOf(levels: readonly LevelReport[]): string {
  return levels.map(({ level }) => LEVEL_NAMES[level].toLowerCase()).join(', then ')
}

function farthest(levels: readonly LevelReport[]): string {
  return `at most ${distance(Math.max(0, ...levels.map((level) => level.gap)))} from the best possible`
}

/** "Urgent need: 12.4 contacts late, at most 0.8% from the best possible", for each level that was solved. */
export function levelSentences(report: Report): string[] {
  return report.levels.map((level) => `${valueSentence(level)}, ${proofWords(level)}`)
}

/** "Urgent need: 12.4 contacts late". */
export function valueSentence({ level, value, unit }: Pick<LevelReport, 'level' | 'value' | 'unit'>): string {
  return `${LEVEL_NAMES[level]}: ${level === 'cost' ? pounds(value) : `${contacts(value)} ${unit}`}`
}

function proofWords({ gap }: LevelReport): string {
  if (gap <= 0) return 'proven best'
  return gap >= UNPROVEN ? 'nothing proven yet' : `at most ${distance(gap)} from the best possible`
}

/** A warning to read before trusting a disputed rota. */
export function disputeSentence(report: Report): string | null {
  if (!report.disputed) return null
  const rules = report.audit.rules.filter((r) => Math.abs(r.model - r.rota) > 1e-6).map((r) => r.rule)
  const which = rules.length === 0 ? '' : ` (${rules.join(', ')})`
  return `DISPUTED: the optimiser's account of this rota and our own check of it differ${which}. Look at it with care, and tell us.`
}
