/** The first sheet (which rota it is, a summary and what to do first) and the last sheet (figures). */
import type { Problem } from '../../problem.ts'
import type { RotaReport, ServiceFigure } from '../../report.ts'
import { longDay } from '../../time.ts'
import { editionWords } from '../edition-words.ts'
import type { Edition } from '../output-format.ts'
import { headline, summary } from '../text/headline.ts'
import { count, head, pounds, words } from './list-sheets.ts'
import type { Cell, Row, Sheet } from './sheet.ts'

/** The summary, one sentence per line. */
export function summarySheet(report: RotaReport, problem: Problem, edition: Edition | undefined): Sheet {
  const { network, horizon } = problem
  const sentence = (value: string): Row => [{ value, style: 'sentence' }]
  const actions = report.actions.map(({ sentence }) => sentence)
  const rows: Row[] = [
    [{ value: `${network.name} (${network.ods}), week from ${longDay(horizon.from)}`, style: 'title' }],
    ...[editionWords(edition), ...(report.note === undefined ? [] : [report.note])].map(sentence),
    [],
    ...[headline(report.service), ...summary(report, problem)].map(sentence),
    [],
    [{ value: 'What to do first', style: 'strong' }],
    ...(actions.length === 0 ? ['Nothing has to be mended.'] : actions).map(sentence),
  ]
  return { name: 'Summary', rows, widths: [105], frozen: { rows: 1, columns: 0 } }
}

export function figuresSheet(report: RotaReport, problem: Problem): Sheet {
  const tables = [needRows(report, problem), siteRows(report, problem), costRows(report)]
  const rows = tables.flatMap((table, n) => (n === 0 ? table : [[], ...table]))
  return { name: 'Figures', rows, widths: [46, 14], frozen: { rows: 1, columns: 0 } }
}

/** Never rounded up: 99.6% isn't all. */
function share({ due, share }: ServiceFigure): Cell {
  return due === 0 ? words('–') : { value: Math.floor(share * 100 + 1e-6) / 100, style: 'share' }
}

function needRows({ service }: RotaReport, problem: Problem): Row[] {
  const rows = service.byNeed.map((figure): Row => {
    const { need, due, inTime, waiting } = figure
    const title = problem.needById.get(need)?.title ?? need
    return [words(title), count(due), share(figure), count(due - inTime), count(waiting)]
  })
  return [head('Need', 'Due', 'In time', 'Late', 'Waiting at the end'), ...rows]
}

function siteRows({ service }: RotaReport, problem: Problem): Row[] {
  const rows = service.bySite.map((row): Row => {
    const { site, urgent, routine, withinOneWeek, withinTwoWeeks, overdue, waiting } = row
    const name = problem.siteById.get(site)?.name ?? site
    return [
      words(name),
      ...[urgent, routine, withinOneWeek, withinTwoWeeks].map(share),
      count(overdue.contacts),
      count(waiting),
    ]
  })
  return [
    head(
      'Practice',
      'Urgent, same day',
      'Routine, in time',
      'Within 1 week',
      'Within 2 weeks',
      'Past target',
      'Waiting',
    ),
    ...rows,
  ]
}

/** Names of payers by funding; unknown funding is shown as it is. */
const PAYERS: Readonly<Record<string, string>> = {
  core: 'Practices',
  arrs: 'ARRS',
  locum: 'Locums',
  'practice-gp': 'Practices’ GP reimbursement',
  partner: 'Partner organisations',
}

function costRows({ cost }: RotaReport): Row[] {
  const pots = Object.entries(cost.byFunding).filter(([, amount]) => amount > 0)
  const { arrs, practiceGp } = cost.allowance
  // A 52nd of the year's pay and of the year's allowance per week.
  const schemes = [['ARRS', arrs] as const, ['GP reimbursement', practiceGp] as const]
  return [
    head('Cost', 'Pounds'),
    ...pots.map(([funding, amount]): Row => [words(PAYERS[funding] ?? funding), pounds(amount)]),
    [words('Total'), pounds(cost.total)],
    ...schemes.flatMap(([name, scheme]): Row[] =>
      scheme === undefined
        ? []
        : [
            [words(`${name}, claimed by 52nds of the year`), pounds(scheme.used)],
            [words(`${name}, may be claimed`), pounds(scheme.of)],
          ],
    ),
  ]
}
