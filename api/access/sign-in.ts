/** The sign-in provider, and the names under which browsers reach this service. */
import type { Provider } from './provider.ts'

export interface SignIn {
  /** This service's origin as browsers see it: `https://rota.example.nhs.uk`. */
  readonly origin: string
  /** Whether the origin uses TLS. */
  readonly secure: boolean
  /** Accepted host names. */
  readonly hosts: readonly string[]
  readonly provider: Provider
}
