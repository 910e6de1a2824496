/** Unpopular kinds of session. */
export const KINDS = [
  { id: 'duties', name: 'Duties' },
  { id: 'mondays', name: 'Mondays' },
  { id: 'fridays', name: 'Fridays' },
  { id: 'evenings', name: 'Evenings' },
  { id: 'saturdays', name: 'Saturdays' },
] as const

export type Kind = (typeof KINDS)[number]['id']

/** From the URL; default: Mondays. */
export function readKind(value: unknown): Kind {
  return KINDS.find(({ id }) => id === value)?.id ?? 'duties'
}

/** To one decimal. */
export function tenth(value: number): string {
  return String(Math.round(value * 10) / 10)
}
