/** What was predicted of one more session, and what was obtained, in a table and a distribution. */
import type { Row, SessionRow } from './obtained.ts'

export function sumUp(rows: readonly Row[]): string {
  const sessions = rows.filter((row): row is SessionRow => row.kind === 'session')
  const networks = [...new Set(sessions.map(({ network }) => network))]
  return [...networks.flatMap((network) => networkLines(network, sessions)), ...distribution(sessions)].join('\n')
}

function networkLines(network: string, sessions: readonly SessionRow[]): string[] {
  const own = sessions.filter((row) => row.network === network)
  const lines = own.map(({ title, predicted, obtained, unproven, concave, kinks, flatFrom }) => {
    const shape = concave ? 'concave' : `bends at ${kinks.map((n) => (n > 0 ? `+${n}` : `${n}`)).join(', ')}`
    const flat = flatFrom === null ? '–' : String(flatFrom)
    const cells = [predicted.met, obtained.met, predicted.service, obtained.service, unproven].map((x) => x.toFixed(1))
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

/** Obtained less predicted, in contacts met and in the unit of the level of service. */
function distribution(sessions: readonly SessionRow[]): string[] {
  if (sessions.length === 0) return ['Nothing has been measured yet.']
  const lines = (['met', 'service'] as const).map((what) => {
    const errors = sessions.map(({ predicted, obtained }) => obtained[what] - predicted[what]).sort((a, b) => a - b)
    const at = (share: number) => errors[Math.min(errors.length - 1, Math.floor(share * errors.length))] ?? 0
    const cells = [0, 0.1, 0.5, 0.9, 1].map((share) => at(share).toFixed(1))
    return `| ${what} | ${cells.join(' | ')} |`
  })
  const straight = sessions.filter(({ concave }) => concave).length
  const kinks = sessions.flatMap((row) => row.kinks)
  return [
    '',
    `Obtained less predicted, ${sessions.length} sessions:`,
    '',
    '| | least | 10th percentile | median | 90th | most |',
    '|---|---|---|---|---|---|',
    ...lines,
    '',
    `${straight} of ${sessions.length} curves are concave; the others bend upwards at ${[...new Set(kinks)].sort((a, b) => a - b).join(', ')}.`,
  ]
}
