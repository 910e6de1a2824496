/** "4,485 → 4,365"; one figure if nothing changes. */
export function NowThen({ of: [now, then] }: { readonly of: readonly [string, string] }) {
  if (now === then) return <>{now}</>
  return (
    <>
      {now} <span aria-hidden="true">→</span> <span className="nhsuk-u-visually-hidden">now, then</span> {then}
    </>
  )
}
