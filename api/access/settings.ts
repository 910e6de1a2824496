/** Sign-in settings, from command-line options or the environment. */
import { BadInput, type Complaint } from '../../src/errors.ts'

/** As given; omitted settings are undefined or empty. */
export interface GivenSettings {
  /** OIDC_ISSUER: the provider's address. Default: no sign-in. */
  readonly oidc?: string | undefined
  /** OIDC_CLIENT_ID. */
  readonly clientId?: string | undefined
  /** OIDC_CLIENT_SECRET, in the environment only: others can see a command line. */
  readonly clientSecret?: string | undefined
  /** PUBLIC_URL: this service's address for browsers. */
  readonly publicUrl?: string | undefined
  /** ADMINISTRATOR: email address of somebody who may do everything. */
  readonly administrator?: string | undefined
  /** TRUST_PROXY. */
  readonly trustProxy?: string | undefined
}

export interface SignInSettings {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string | null
  /** Origin only, without a path. */
  readonly publicUrl: URL
  readonly administrator: string | null
}

/** Loopback hosts, reachable from this machine only. */
export const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/

/** The option or variable name of each setting, for complaints. */
export type SettingNames = Readonly<Record<'oidc' | 'clientId' | 'publicUrl' | 'administrator', string>>

const OPTIONS: SettingNames = {
  oidc: '--oidc',
  clientId: '--client-id',
  publicUrl: '--public-url',
  administrator: '--administrator',
}

/** Null without sign-in; throws one BadInput with everything missing or invalid. */
export function readSignIn(given: GivenSettings, names: SettingNames = OPTIONS): SignInSettings | null {
  if (!given.oidc) {
    if (!given.publicUrl && !given.clientId && !given.administrator) return null
    const detail = `These sign-in settings also need a provider: ${names.oidc} ISSUER.`
    throw new BadInput([{ pointer: '', detail }])
  }
  const complaints: Complaint[] = []
  const issuer = urlOf(names.oidc, given.oidc, complaints)
  const publicUrl = urlOf(names.publicUrl, given.publicUrl, complaints)
  if (publicUrl !== null && publicUrl.href !== `${publicUrl.origin}/`) {
    const detail = `${names.publicUrl} must be a scheme and a host, without a path.`
    complaints.push({ pointer: '', detail, seen: publicUrl.href, maybe: publicUrl.origin })
  }
  if (!given.clientId) {
    complaints.push({ pointer: '', detail: `${names.clientId} is missing: the service’s client ID at the provider.` })
  }
  if (given.administrator && !/^[^@\s]+@[^@\s]+$/.test(given.administrator)) {
    const detail = `${names.administrator} must be an email address.`
    complaints.push({ pointer: '', detail, seen: given.administrator })
  }
  if (complaints.length > 0 || issuer === null || publicUrl === null) throw new BadInput(complaints)
  return {
    issuer,
    publicUrl,
    clientId: given.clientId ?? '',
    clientSecret: given.clientSecret || null,
    administrator: given.administrator || null,
  }
}

/** An https URL; http is allowed for loopback addresses only. */
function urlOf(option: string, text: string | undefined, complaints: Complaint[]): URL | null {
  const example = 'https://rota.example.nhs.uk'
  const url = text && URL.canParse(text) ? new URL(text) : null
  if (url === null) {
    const seen = text ? { seen: text } : {}
    complaints.push({ pointer: '', detail: `${option} must be a URL.`, ...seen, maybe: example })
  } else if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.test(url.hostname))) {
    const detail = `${option} must start with https://, because plain HTTP can be intercepted.`
    complaints.push({ pointer: '', detail, seen: url.href, maybe: example })
    return null
  }
  return url
}

/** Reverse proxies: their number, or their addresses and networks. Default: none. */
export function readProxies(text: string | undefined, name = '--trust-proxy'): number | readonly string[] {
  if (!text) return 0
  if (/^\d$/.test(text)) return Number(text)
  const addresses = text.split(',').map((part) => part.trim())
  if (addresses.every((address) => /^[\da-f.:]+(?:\/\d{1,3})?$/i.test(address))) return addresses
  const detail = `${name} must be the number of reverse proxies, or their addresses.`
  throw new BadInput([{ pointer: '', detail, seen: text, maybe: '1' }])
}
