/** The parts of the settings' state kept in the URL. */
export interface SettingsSearch {
  readonly tab?: string
  readonly network?: string
}

interface Tab {
  readonly id: 'people' | 'keys' | 'webhooks' | 'storage'
  readonly name: string
  readonly isAdministrators: boolean
  readonly isOfNetwork: boolean
}

export const TABS: readonly Tab[] = [
  { id: 'people', name: 'People', isAdministrators: true, isOfNetwork: false },
  { id: 'keys', name: 'Keys', isAdministrators: true, isOfNetwork: false },
  { id: 'webhooks', name: 'Webhooks', isAdministrators: false, isOfNetwork: true },
  { id: 'storage', name: 'Stored data', isAdministrators: false, isOfNetwork: true },
]

export function readSettingsSearch({ tab, network }: Readonly<Record<string, unknown>>): SettingsSearch {
  return {
    ...(typeof tab === 'string' ? { tab } : {}),
    ...(typeof network === 'string' ? { network } : {}),
  }
}
