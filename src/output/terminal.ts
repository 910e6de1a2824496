/** A report as words and tables for a terminal. */
import type { Problem } from '../problem.ts'
import type { CostReport, Judgement, Report } from '../report.ts'
import { longDay } from '../time.ts'
import { counted, pounds } from './figures.ts'
import { findingLines } from './terminal/findings.ts'
import { ink, type Paper } from './terminal/ink.ts'
import { remarkLines } from './terminal/remarks.ts'
import { unmetNeed, urgentByDay } from './terminal/service.ts'
import { stampLine } from './terminal/stamp.ts'
import { disputeSentence, headline, levelSentences, statusSentence } from './terminal/status.ts'
import { weekBySite } from './terminal/week.ts'
import { wrap } from './terminal/wrap.ts'

export type { Paper } from './terminal/ink.ts'

/** The whole report: headline, week by site, who is met, what was found, cost, and how it came about. */
export function reportInWords(report: Report, problem: Problem, paper: Paper): string {
  const body =
    report.status === 'impossible' || report.status === 'no-rota'
      ? withoutRota(report, paper)
      : withRota(report, problem, paper)
  const end = [
    '',
    ...note(report, paper),
    ...wrap(stampLine(report), paper.width).map((line) => ink(line, 'quiet', paper)),
  ]
  return `${[...title(report, paper), ...remarkLines(report.remarks, paper), ...body, ...end].join('\n')}\n`
}

export function judgementInWords(judgement: Judgement, paper: Paper): string {
  const { findings, agrees, clinicPlan, service, remarks } = judgement
  const filled =
    'The rota came without a plan of who is met: one was filled in, and the best plan may meet a little more.'
  const differs = 'DISPUTED: what the report says of its rota and what we find in it differ.'
  return `${[
    ...remarkLines(remarks, paper),
    ink(headline(service), 'strong', paper),
    ...(agrees ? [] : wrap(differs, paper.width).map((line) => ink(line, 'bad', paper))),
    ...(clinicPlan === 'filled' ? wrap(filled, paper.width) : []),
    '',
    ...findingLines(findings, paper),
  ].join('\n')}\n`
}

function title(report: Report, paper: Paper): string[] {
  const { network, week } = report
  const length = week.weeks === 1 ? 'week' : counted(week.weeks, 'week')
  return [ink(`${network.name} (${network.ods}), ${length} from ${longDay(week.from)}`, 'strong', paper), '']
}

function withRota(report: Report, problem: Problem, paper: Paper): string[] {
  const dispute = disputeSentence(report)
  return [
    ink(headline(report.service), 'strong', paper),
    ...wrap(statusSentence(report), paper.width),
    ...(dispute === null ? [] : wrap(dispute, paper.width).map((line) => ink(line, 'bad', paper))),
    ...levelSentences(report).flatMap((sentence) => wrap(`- ${sentence}`, paper.width, 2)),
    ...section('The week', weekBySite(report, problem, paper), paper),
    ...section('Urgent need met on the same day', urgentByDay(report, problem, paper), paper),
    ...section('What is due, and what is not met in time', unmetNeed(report, problem, paper), paper),
    ...section('What was found', findingLines(report.findings, paper), paper),
    ...section('Cost', [costLine(report.cost)], paper),
  ]
}

function withoutRota(report: Report, paper: Paper): string[] {
  const { clash } = report
  const lines = [ink(statusSentence(report), 'bad', paper)]
  if (clash === undefined) return lines
  const bullets = (sentences: readonly string[]) =>
    sentences.flatMap((sentence) => wrap(`- ${sentence}`, paper.width, 2))
  const repairs = clash.repairs.map((r) => `${r.sentence}${r.verified ? ' (tried: then there is a rota)' : ''}`)
  return [
    ...lines,
    ...(clash.sentences.length === 0 ? [] : ['', 'These cannot all hold:', ...bullets(clash.sentences)]),
    ...(clash.others ?? []).flatMap((other) => ['', 'Nor can these:', ...bullets(other.sentences)]),
    ...(repairs.length === 0 ? [] : ['', 'Any of these would help:', ...bullets(repairs)]),
  ]
}

function section(name: string, lines: readonly string[], paper: Paper): string[] {
  return ['', ink(name, 'strong', paper), ink('-'.repeat(name.length), 'quiet', paper), ...lines]
}

function costLine(cost: CostReport): string {
  const pots = Object.entries(cost.byFunding).filter(([, amount]) => amount > 0)
  const split = pots.map(([funding, amount]) => `${funding === 'arrs' ? 'ARRS' : funding} ${pounds(amount)}`)
  return `${pounds(cost.total)} for the sessions of this rota${split.length > 1 ? `: ${split.join(', ')}` : ''}`
}

function note(report: Report, paper: Paper): string[] {
  return report.note === undefined ? [] : [...wrap(`Note: ${report.note}`, paper.width), '']
}
