import { givesWords, type SwapSide } from './swap-words.ts'

/** Who gives what, one line each. */
export function SwapSides({ sides }: { readonly sides: readonly SwapSide[] }) {
  return (
    <ul className="rota-swap__sides">
      {sides.map((side) => (
        <li key={side.person}>
          <strong>{side.name}</strong> gives {givesWords(side)}
        </li>
      ))}
    </ul>
  )
}
