/** Results of replanning, for a terminal. */
import type { ReplanAnswer, ReplanLevel, ReplanPoint } from '../../replan-answer.ts'
import { contacts, distance, pounds } from '../figures.ts'
import { LEVEL_NAMES } from '../levels.ts'
import { ink } from './ink.ts'
import type { Print } from './print.ts'
import { wrap } from './wrap.ts'

export function replansInWords({ points }: ReplanAnswer, print: Print): string {
  const lines = points.flatMap((point, place) => [...(place === 0 ? [] : ['']), ...pointLines(point, print)])
  return `${lines.join('\n')}\n`
}

function pointLines(point: ReplanPoint, print: Print): string[] {
  const [first = '', ...rest] = wrap(point.sentence, print.width, 2)
  if (point.rota === null) return [ink(first, 'bad', print), ...rest]
  return [
    ink(first, 'strong', print),
    ...rest,
    ...wrap(`  ${point.levels.map(levelWords).join('; ')}.`, print.width, 2),
    ...wrap(`  ${proofWords(point)}`, print.width, 2),
  ]
}

function levelWords({ level, value }: ReplanLevel): string {
  return `${LEVEL_NAMES[level]} ${level === 'cost' ? pounds(value) : contacts(value)}`
}

function proofWords({ status, levels }: ReplanPoint): string {
  const widest = Math.max(0, ...levels.map(({ gap }) => gap))
  if (status === 'proven') return 'Proven: no rota with so few changes is better.'
  const far = `no rota with so few changes is better by more than ${distance(widest)} on any of these`
  return status === 'within-gap' ? `Proven: ${far}.` : `Not proven best: ${far}.`
}
