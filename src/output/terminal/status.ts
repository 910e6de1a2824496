/** The headline of a week, and how good its rota is, in words. */
import { URGENT_TARGET } from '../../policy.ts'
import type { LevelReport, Report, ServiceReport } from '../../report.ts'
import { contacts, distance, percent, pounds } from '../figures.ts'
import { LEVEL_NAMES } from '../levels.ts'

/** "Urgent need met on the same day: 93 % (target 90 %)". */
export function headline({ urgent }: ServiceReport): string {
  return `Urgent need met on the same day: ${percent(urgent.share)} (target ${percent(URGENT_TARGET)})`
}

/** How the solve ended, and how far its rota can be from the best possible. */
export function statusSentence(report: Report): string {
  const worst = worstLevel(report)
  const far = worst === null ? '' : `at most ${distance(worst.gap)} from the best possible`
  const where = worst === null ? '' : `${far} (widest on ${LEVEL_NAMES[worst.level].toLowerCase()})`
  switch (report.status) {
    case 'optimal':
      return 'This is the best possible rota: proven on every level.'
    case 'within-gap':
      return worst === null
        ? 'This rota is as close to the best possible as was asked.'
        : `This rota is ${far} on every level.`
    case 'out-of-time':
      return worst === null
        ? 'Time ran out: how far the rota is from the best possible is not known.'
        : `Time ran out: the rota is ${where}.`
    case 'stopped':
      return worst === null
        ? 'Stopped: this is the best rota until then.'
        : `Stopped: this is the best rota until then, ${where}.`
    case 'impossible':
      return 'No rota is possible: some rules and facts of this week cannot all hold.'
    case 'no-rota':
      return 'Time ran out before any rota was found. Nothing says that there is none: allow more seconds.'
  }
}

function worstLevel(report: Report): LevelReport | null {
  return report.levels.reduce<LevelReport | null>(
    (worst, level) => (worst === null || level.gap > worst.gap ? level : worst),
    null,
  )
}

/** "Urgent need: 12.4 contacts late, at most 0.8 % from the best possible", for each level that was decided. */
export function levelSentences(report: Report): string[] {
  return report.levels.map((level) => {
    const value = level.level === 'cost' ? pounds(level.value) : `${contacts(level.value)} ${level.unit}`
    const proof = level.gap <= 0 ? 'proven best' : `at most ${distance(level.gap)} from the best possible`
    return `${LEVEL_NAMES[level.level]}: ${value}, ${proof}`
  })
}

/** What a reader must know before trusting a disputed rota. */
export function disputeSentence(report: Report): string | null {
  if (!report.disputed) return null
  const rules = report.audit.rules.filter((r) => Math.abs(r.model - r.rota) > 1e-6).map((r) => r.rule)
  const which = rules.length === 0 ? '' : ` (${rules.join(', ')})`
  return `DISPUTED: the optimiser's account of this rota and our own check of it differ${which}. Look at it with care, and tell us.`
}
