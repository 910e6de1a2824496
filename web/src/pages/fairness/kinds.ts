/** Sessions that people would rather not have. */
export const KINDS = [
  { id: 'mondays', name: 'Mondays' },
  { id: 'fridays', name: 'Fridays' },
  { id: 'duties', name: 'Duties' },
  { id: 'evenings', name: 'Evenings' },
  { id: 'saturdays', name: 'Saturdays' },
] as const

export type Kind = (typeof KINDS)[number]['id']

/** As an address has it; Mondays otherwise. */
export function readKind(value: unknown): Kind {
  return KINDS.find(({ id }) => id === value)?.id ?? 'mondays'
}

/** To a tenth, as people say it. */
export function tenth(value: number): string {
  return String(Math.round(value * 10) / 10)
}
