/** Summarises the predicted and obtained value of one more session, in a table and a distribution. */
import type { CurveRow, Row, SessionRow } from './obtained.ts'

export function sumUp(rows: readonly Row[]): string {
  const sessions = rows.filter((row): row is SessionRow => row.kind === 'session')
  const networks = [...new Set(sessions.map(({ network }) => network))]
  const curves = rows.filter((row): row is CurveRow => row.kind === 'curve')
  const tables = networks.flatMap((network) => networkLines(network, sessions, curves))
  return [...tables, ...distribution(sessions), ...shapes(curves)].join('\n')
}

function networkLines(network: string, sessions: readonly SessionRow[], curves: readonly CurveRow[]): string[] {
  const own = sessions.filter((row) => row.network === network)
  const lines = own.map(({ role, title, predicted, obtained, unproven }) => {
    const curve = curves.find((one) => one.network === network && one.role === role)
    const bends = curve?.kinks.map((n) => (n > 0 ? `+${n}` : String(n).replace('-', '−'))).join(', ')
    const shape = bends === undefined ? '–' : bends === '' ? 'concave' : `bends at ${bends}`
    const flat = String(curve?.flatFrom ?? '–')
    const cells = [predicted.met, obtained.met, predicted.service, obtained.service, unproven].map((x, n) =>
      x.toFixed(n < 2 ? 1 : 3),
    )
    return `| ${title} | ${cells.join(' | ')} | ${shape} | ${flat} |`
  })
  return [
    '',
    `${network}:`,
    '',
    '| one more session | met: predicted | obtained | service: predicted | obtained | unproven | curve | flat from |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
  ]
}

/** Obtained minus predicted, in contacts met and in the service level's unit. */
function distribution(sessions: readonly SessionRow[]): string[] {
  if (sessions.length === 0) return ['Nothing has been measured yet.']
  const lines = (['met', 'service'] as const).map((what) => {
    const errors = sessions.map(({ predicted, obtained }) => obtained[what] - predicted[what]).sort((a, b) => a - b)
    const at = (share: number) => errors[Math.min(errors.length - 1, Math.floor(share * errors.length))] ?? 0
    const cells = [0, 0.1, 0.5, 0.9, 1].map((share) => at(share).toFixed(what === 'met' ? 1 : 3))
    return `| ${what} | ${cells.join(' | ')} |`
  })
  return [
    '',
    `Obtained less predicted, ${sessions.length} sessions:`,
    '',
    '| | least | 10th percentile | median | 90th | most |',
    '|---|---|---|---|---|---|',
    ...lines,
  ]
}

/** Number of curves that bend upwards, and where. */
function shapes(curves: readonly CurveRow[]): string[] {
  const bent = curves.filter(({ kinks }) => kinks.length > 0)
  const count = (n: number) => bent.filter(({ kinks }) => kinks.includes(n)).length
  const where = [...new Set(bent.flatMap(({ kinks }) => kinks))].sort((a, b) => a - b)
  const words = where.map((n) => `${n > 0 ? '+' : ''}${n} (${count(n)})`).join(', ')
  return [
    '',
    `${curves.length - bent.length} of ${curves.length} curves are concave; the others bend upwards at ${words}.`,
  ]
}
