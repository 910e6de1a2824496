import type { Solving } from './session/use-solve.ts'

/** The solve's current stage in words, and a button to stop it. */
export function SolveProgress({ solving, stop }: { readonly solving: Solving; readonly stop: () => void }) {
  const { progress, preview, isStopping } = solving
  return (
    <div className="rota-progress">
      <span className="rota-progress__mark" aria-hidden="true" />
      {/* Announced when the words change. Excludes the seconds, which would drown out everything else. */}
      <p role="status">
        <strong>{isStopping ? 'Stopping, and keeping the best rota so far…' : 'Making the rota.'}</strong>
        {!isStopping && ` ${stageWords(solving)}`}
        {preview !== null && !isStopping && ' The board shows the best so far.'}
      </p>
      {progress !== null && <p>{Math.round(progress.seconds)} seconds</p>}
      {!isStopping && (
        <button type="button" className="rota-button" onClick={stop}>
          {preview === null ? 'Stop' : 'Stop and keep this'}
        </button>
      )}
    </div>
  )
}

/** In the service's words. */
function stageWords({ progress }: Solving): string {
  if (progress === null) return 'Starting…'
  const { doing, headline, distance } = progress
  return [doing, headline, distance]
    .filter((words) => words !== undefined)
    .map(sentence)
    .join(' ')
}

function sentence(words: string): string {
  const capital = words.charAt(0).toUpperCase() + words.slice(1)
  return /[.!?]$/.test(capital) ? capital : `${capital}.`
}
