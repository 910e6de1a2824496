import type { SwapCheck } from './swap-words.ts'

export interface SwapEffectsProps {
  readonly check: Pick<SwapCheck, 'sentence' | 'better' | 'worse' | 'breaks' | 'affected'> & Partial<SwapCheck>
  /** Returns a person's name by id, if known. */
  readonly nameOf: (person: string) => string
}

/** The rules' verdict on a swap: whether it is allowed, which rules forbid it, what it changes, and who else is affected. */
export function SwapEffects({ check, nameOf }: SwapEffectsProps) {
  const { sentence, forbids = [], better, worse, breaks, affected } = check
  const changes = better.length + worse.length + breaks.length
  const isAllowed = check.allowed !== false && forbids.length === 0
  return (
    <div className="rota-swap__effects">
      {/* Who would be where stands above it, and what else it changes below. */}
      <p>{isAllowed ? allowedWords(worse.length + breaks.length) : forbids.length > 0 ? FORBIDDEN : sentence}</p>
      <Sentences words={forbids.map((told) => told.sentence)} kind="worse" />
      {forbids.length === 0 && (
        <>
          <Sentences words={better} kind="better" />
          <Sentences words={[...worse, ...breaks.map((told) => told.sentence)]} kind="worse" />
          {changes === 0 && <p>Nothing else changes.</p>}
          {affected.length > 0 && <p>Also affects {affected.map(nameOf).join(', ')}.</p>}
        </>
      )}
    </div>
  )
}

const FORBIDDEN = 'The rules forbid this swap:'

function allowedWords(worse: number): string {
  return worse === 0 ? 'The rules allow this swap.' : 'The rules allow this swap, but something gets worse:'
}

function Sentences({ words, kind }: { readonly words: readonly string[]; readonly kind: 'better' | 'worse' }) {
  const once = [...new Set(words)]
  if (once.length === 0) return null
  return (
    <ul data-effect={kind}>
      {once.map((sentence) => (
        <li key={sentence}>{sentence.charAt(0).toUpperCase() + sentence.slice(1)}</li>
      ))}
    </ul>
  )
}
