/** A report in words and tables, for a terminal. */
import type { Problem } from '../../problem.ts'
import type { Report } from '../../report.ts'
import { longDay } from '../../time.ts'
import { counted } from '../figures.ts'
import { actionLines } from './actions.ts'
import { bookLines } from './appointment-book.ts'
import { costLines } from './cost.ts'
import { debriefLines } from './debrief-list.ts'
import { dutyLines } from './duty-list.ts'
import { findingLines } from './findings.ts'
import { gapLines } from './gap-list.ts'
import { headline, summary } from './headline.ts'
import { ink } from './ink.ts'
import { lateLines } from './late-list.ts'
import type { Print } from './print.ts'
import { remarkLines } from './remarks.ts'
import { byNeed, byPractice, urgentByDay } from './service.ts'
import { proofLines, stampLines } from './stamp.ts'
import { disputeSentence, statusSentence } from './status.ts'
import { unassignedLines } from './unassigned.ts'
import { weekBySite } from './week.ts'
import { wrap } from './wrap.ts'

export type { Paper } from './ink.ts'
export type { Print } from './print.ts'

/**
 * What a manager reads: the measures, what to do and who should do it, the week, who is waiting, which locums to find, and one line on
 * proof at the end.
 */
export function reportInWords(report: Report, problem: Problem, print: Print): string {
  const hasRota = report.status !== 'impossible' && report.status !== 'no-rota'
  const lines = !hasRota
    ? [
        ...title(report, print),
        ...remarkLines(report.remarks, print),
        ...withoutRota(report, print),
        '',
        ...note(report, print),
        ...stampLines(report, print),
      ]
    : print.site === undefined
      ? [...title(report, print), ...wholeReport(report, problem, print)]
      : sitePage(report, problem, print)
  return `${lines.join('\n')}\n`
}

function title(report: Report, print: Print): string[] {
  const { network, week, synthetic } = report
  const length = week.weeks === 1 ? 'week' : counted(week.weeks, 'week')
  const madeUp = 'The people are synthetic: nobody named here exists, and no shortage shown is a real practice’s.'
  return [
    ink(`${network.name} (${network.ods}), ${length} from ${longDay(week.from)}`, 'strong', print),
    ...(synthetic ? wrap(madeUp, print.width) : []),
    '',
  ]
}

function wholeReport(report: Report, problem: Problem, print: Print): string[] {
  const several = problem.sites.length > 1
  const part = (name: string, lines: readonly string[]) => section(name, lines, print)
  const unused = unassignedLines(report, problem, print)
  return [
    ...top(report, problem, print),
    ...part('What to do first', actionLines(report, problem, print)),
    ...(report.remarks.length === 0 ? [] : ['', ...remarkLines(report.remarks, print).slice(0, -1)]),
    ...part('Duty doctors', dutyLines(report, problem, print)),
    ...part('The week', weekBySite(report, problem, print)),
    ...part('Urgent need dealt with on the same day', urgentByDay(report, problem, print)),
    ...part('Patients by need', byNeed(report, problem, print)),
    ...(several ? part('Patients by practice', byPractice(report, problem, print)) : []),
    ...part('Sessions to offer to locums', gapLines(report, problem, print)),
    ...(unused.length === 0 ? [] : part('Contracted sessions without work', unused)),
    ...part('Who debriefs whom', debriefLines(report, problem, print)),
    ...part('Cost', costLines(report.cost, report.week.weeks, print)),
    ...(print.all === true ? everythingElse(report, problem, print) : []),
    ...part('How good this is', proofLines(report, print)),
    '',
    ...note(report, print),
    ...(print.all === true ? [] : wrap(MORE, print.width)),
  ]
}

const MORE =
  'More: --site NAME prints one site’s page with what to build in its appointment book; --all prints every finding with its reason, and every list in full.'

/** The headline, and anything else the reader must know before acting. */
function top(report: Report, problem: Problem, print: Print): string[] {
  const dispute = disputeSentence(report)
  const isEarly = report.status === 'out-of-time' || report.status === 'stopped'
  return [
    ink(headline(report.service), 'strong', print),
    ...(dispute === null ? [] : wrap(dispute, print.width).map((line) => ink(line, 'bad', print))),
    ...summary(report, problem).flatMap((sentence) => wrap(sentence, print.width)),
    ...(report.remarks.length === 0 ? [] : wrap(remarked(report.remarks.length), print.width)),
    ...(isEarly ? wrap(statusSentence(report), print.width) : []),
  ]
}

function remarked(count: number): string {
  return `${counted(count, 'thing')} in what was entered ${count === 1 ? 'is' : 'are'} probably not meant: see below.`
}

function everythingElse(report: Report, problem: Problem, print: Print): string[] {
  return [
    ...problem.sites.flatMap((site) =>
      section(`Appointment book, ${site.name}`, bookLines(report, problem, { ...print, site: site.id }), print),
    ),
    ...section('Patients who are late', lateLines(report, problem, print), print),
    ...section('Everything that was found', findingLines(report.findings, print), print),
  ]
}

/** One site's week, for its wall. */
function sitePage(report: Report, problem: Problem, print: Print): string[] {
  const site = problem.siteById.get(print.site ?? '')
  const { week, synthetic } = report
  const length = week.weeks === 1 ? 'week' : counted(week.weeks, 'week')
  return [
    ink(`${site?.name ?? ''}, ${length} from ${longDay(week.from)}`, 'strong', print),
    ...(synthetic ? ['The people are synthetic: nobody named here exists.'] : []),
    ...section('Duty doctors', dutyLines(report, problem, print), print),
    ...section('The week', weekBySite(report, problem, print), print),
    ...section('Who debriefs whom', debriefLines(report, problem, print), print),
    ...section('What to build in the appointment book', bookLines(report, problem, print), print),
  ]
}

function withoutRota(report: Report, print: Print): string[] {
  const { clash } = report
  const lines = [ink(statusSentence(report), 'bad', print)]
  if (clash === undefined) return lines
  const bullets = (sentences: readonly string[]) =>
    sentences.flatMap((sentence) => wrap(`- ${sentence}`, print.width, 2))
  const repairs = clash.repairs.map((r) => `${r.sentence}${r.verified ? ' (tried: then there is a rota)' : ''}`)
  return [
    ...lines,
    ...(clash.sentences.length === 0 ? [] : ['', 'These cannot all hold:', ...bullets(clash.sentences)]),
    ...(clash.others ?? []).flatMap((other) => ['', 'Nor can these:', ...bullets(other.sentences)]),
    ...(repairs.length === 0 ? [] : ['', 'Any of these would help:', ...bullets(repairs)]),
  ]
}

function section(name: string, lines: readonly string[], print: Print): string[] {
  return ['', ink(name, 'strong', print), ink('-'.repeat(name.length), 'quiet', print), ...lines]
}

function note(report: Report, print: Print): string[] {
  return report.note === undefined ? [] : [...wrap(`Note: ${report.note}`, print.width), '']
}
