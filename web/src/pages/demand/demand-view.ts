/** The parts of the demand page's state kept in its URL. */
export interface DemandSearch {
  /** A Monday; default: next week. */
  readonly week?: string
  readonly site?: string
  readonly as?: 'chart' | 'table'
}

/** Drops defaults and invalid values. */
export function readDemandSearch({ week, site, as }: Readonly<Record<string, unknown>> | DemandSearch): DemandSearch {
  return {
    ...(typeof week === 'string' && /^20\d{2}-\d{2}-\d{2}$/.test(week) ? { week } : {}),
    ...(typeof site === 'string' && site !== '' ? { site } : {}),
    ...(as === 'table' ? { as } : {}),
  }
}
