/** What of a week is shown: all of it is in the address, so that a colleague who is sent it sees the same. */
export interface View {
  readonly tab: 'site' | 'person' | 'today'
  readonly site: string | null
  readonly role: string | null
  readonly person: string
  /** Null: today if it is in the week, else the first. */
  readonly day: string | null
}

/** As the address has it: what is as usual is left out. */
export interface ViewSearch {
  readonly tab?: 'person' | 'today'
  readonly site?: string
  readonly role?: string
  readonly person?: string
  readonly day?: string
}

/** Whatever an address says that cannot be is left out. */
export function readSearch(search: Record<string, unknown>): ViewSearch {
  const { tab } = search
  return {
    ...(tab === 'person' || tab === 'today' ? { tab } : {}),
    ...text('site', search.site),
    ...text('role', search.role),
    ...text('person', search.person),
    ...text('day', search.day),
  }
}

function text<K extends string>(name: K, value: unknown): { readonly [N in K]?: string } {
  return typeof value === 'string' && value !== '' ? ({ [name]: value } as { readonly [N in K]: string }) : {}
}

export function viewOf({ tab, site, role, person, day }: ViewSearch): View {
  return { tab: tab ?? 'site', site: site ?? null, role: role ?? null, person: person ?? '', day: day ?? null }
}

export function searchOf({ tab, site, role, person, day }: View): ViewSearch {
  return {
    ...tabOf(tab),
    ...text('site', site),
    ...text('role', role),
    ...text('person', person),
    ...text('day', day),
  }
}

function tabOf(tab: View['tab']): Pick<ViewSearch, 'tab'> {
  return tab === 'site' ? {} : { tab }
}
