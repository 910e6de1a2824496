import type { Solving } from './session/use-solve.ts'

/** What the solve is doing, in words, and the way to stop it. */
export function SolveProgress({ solving, stop }: { readonly solving: Solving; readonly stop: () => void }) {
  const { progress, preview, isStopping } = solving
  return (
    <div className="rota-progress">
      <span className="rota-progress__mark" aria-hidden="true" />
      {/* Read out when the words change; the seconds are not part of it, or nothing else could be heard. */}
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

/** As the service words it. */
function stageWords({ progress }: Solving): string {
  if (progress === null) return 'Loading the week…'
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
