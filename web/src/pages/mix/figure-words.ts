/** A figure of a scenario and its difference from now, in words. */
import type { ScenarioComparison } from '../../api.ts'
import { percent, pounds, toTenth, whole } from '../../parts/week/figures.ts'

type Figure = ScenarioComparison['scenarios'][number]['figures'][number]

/** "−120, better", "+280, not proven"; "the same" if rounding leaves nothing. */
export function differenceWords(figure: Figure): string {
  const { verdict, difference } = figure
  const size = valueWords(figure, Math.abs(difference), true)
  if (size === valueWords(figure, 0, true)) return 'the same'
  const words = verdict === 'no difference shown' ? 'not proven' : verdict
  return `${difference > 0 ? '+' : '−'}${size}${words === null ? '' : `, ${words}`}`
}

/** Whole contacts, except those of an average day. */
export function valueWords({ id, unit }: Figure, value: number, isDifference = false): string {
  if (unit === 'pounds') return pounds(value)
  if (unit === 'share') return isDifference ? `${toTenth(value * 100)} points` : percent(value)
  return unit === 'contacts' && id !== 'gp-contacts' ? unsignedZero(whole(value)) : unsignedZero(toTenth(value))
}

function unsignedZero(words: string): string {
  return words === '-0' ? '0' : words
}
