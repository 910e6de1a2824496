/** What of the demand page stands in its address. */
export interface DemandSearch {
  /** A Monday; default: next week. */
  readonly week?: string
  readonly site?: string
  readonly as?: 'chart' | 'table'
}

/** Without what stands at its default, or cannot be read. */
export function readDemandSearch({ week, site, as }: Readonly<Record<string, unknown>> | DemandSearch): DemandSearch {
  return {
    ...(typeof week === 'string' && /^20\d{2}-\d{2}-\d{2}$/.test(week) ? { week } : {}),
    ...(typeof site === 'string' && site !== '' ? { site } : {}),
    ...(as === 'table' ? { as } : {}),
  }
}
