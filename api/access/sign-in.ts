/** Where people sign in, and under which names they find this service. */
import type { Provider } from './provider.ts'

export interface SignIn {
  /** Of this service, as browsers see it: `https://rota.example.nhs.uk`. */
  readonly origin: string
  /** Whether that is TLS. */
  readonly secure: boolean
  /** Names by which it may be called. */
  readonly hosts: readonly string[]
  readonly provider: Provider
}
