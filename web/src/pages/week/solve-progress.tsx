import type { Solving } from './session/use-solve.ts'

/** What the solve is doing, in words, and the way to stop it. */
export function SolveProgress({ solving, stop }: { readonly solving: Solving; readonly stop: () => void }) {
  const { progress, preview, isStopping } = solving
  return (
    <div className="rota-progress" role="status">
      <span className="rota-progress__mark" aria-hidden="true" />
      <p>
        <strong>{isStopping ? 'Stopping, and keeping the best rota so far…' : 'Making the rota.'}</strong>{' '}
        {!isStopping && stageWords(solving)}
        {preview !== null && !isStopping && ' Below is the best so far.'}
      </p>
      {!isStopping && (
        <button type="button" className="nhsuk-button nhsuk-button--secondary nhsuk-button--small" onClick={stop}>
          {progress === null || preview === null ? 'Stop' : 'Stop and keep this'}
        </button>
      )}
    </div>
  )
}

const LEVELS: Readonly<Record<string, string>> = {
  never: 'the hard rules',
  safety: 'safe cover and duty doctors',
  urgent: 'urgent need on the day',
  service: 'waiting lists',
  wellbeing: 'fair shares and travel',
  cost: 'cost',
  wish: 'wishes',
}

/** Stages of the search as a manager would say them. */
function stageWords({ progress }: Solving): string {
  if (progress === null) return 'Reading the week…'
  const { doing, headline, distance } = progress
  if (doing !== undefined) {
    const said = [headline, distance].filter((words) => words !== undefined).join('; ')
    return `${doing}${said === '' ? '' : `. ${said}`}. ${Math.round(progress.seconds)} seconds so far.`
  }
  const level = progress.level === null ? null : (LEVELS[progress.level] ?? null)
  const what =
    progress.stage === 'a first rota'
      ? `Finding a first rota${level === null ? '' : `: ${level}`}.`
      : level === null
        ? 'Getting ready.'
        : `Now improving ${level}.`
  return `${what} ${Math.round(progress.seconds)} seconds so far.`
}
