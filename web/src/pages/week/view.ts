/** The view of a week, all of it in the URL, so that a shared link shows the same. */
export interface View {
  readonly tab: 'site' | 'person' | 'today'
  readonly site: string | null
  readonly role: string | null
  readonly person: string
  /** Null: today if it is in the week, otherwise the first day. */
  readonly day: string | null
}

/** As in the URL, without defaults. */
export interface ViewSearch {
  readonly tab?: 'person' | 'today'
  readonly site?: string
  readonly role?: string
  readonly person?: string
  readonly day?: string
}

/** Drops invalid values. */
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
