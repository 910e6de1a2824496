/**
 * Signs people in through any OpenID Connect provider, configured by discovery. openid-client validates responses: state, issuer,
 * nonce, audience, time, algorithm, and the signature, which it checks only if told to.
 */
import * as oidc from 'openid-client'
import type { Claimed } from '../store/identities.ts'

export interface ProviderSettings {
  /** The issuer identifier. */
  readonly issuer: URL
  readonly clientId: string
  /** Null for a client without a secret, which relies on PKCE. */
  readonly clientSecret: string | null
  /** Redirect URI after sign-in. */
  readonly callback: URL
  /** Redirect URI after sign-out. */
  readonly signedOut: URL
  /** Called when the provider could not be reached. */
  readonly log: (error: unknown) => void
}

/** State kept here while somebody is at the provider. */
export interface Way {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export type Return =
  | { readonly kind: 'is'; readonly claimed: Claimed; readonly idToken: string | null }
  /** Everybody sees the same refusal; the log has the reason as one word, without secrets. */
  | { readonly kind: 'refused'; readonly why: string }

export interface Provider {
  /** The provider's issuer identifier. */
  readonly issuer: string
  /** Origins our forms may submit to: the provider's sign-out pages. */
  readonly places: () => readonly string[]
  /** The authorisation URL to redirect to; rejects if the provider is unreachable. */
  begin(way: Way): Promise<URL>
  /** Completes a sign-in from the callback's query string. */
  finish(search: string, way: Way): Promise<Return>
  /** The end-session URL; null if the provider has none. */
  endPage(idToken: string | null): Promise<URL | null>
}

/** Allowed clock skew, in seconds. */
const SKEW = 60

/** Timeout of calls to the provider, in seconds. */
const PATIENCE = 10

/** The configured address and the issuer in tokens may differ only in a trailing slash. */
export async function openProvider(settings: ProviderSettings): Promise<Provider> {
  const configuration = discoverOnce(settings)
  // A provider that is unreachable now may be back when somebody signs in, and systems with keys don't need it.
  let found = await configuration().catch((error: unknown) => {
    settings.log(error)
    return null
  })
  const asked = async () => {
    found = await configuration()
    return found
  }
  return {
    issuer: settings.issuer.href,
    places: () => placesOf(settings, found),
    begin: async (way) => startPage(await asked(), settings, way),
    finish: async (search, way) => finish(await asked(), new URL(search, settings.callback), way),
    endPage: async (idToken) => {
      const config = await asked()
      if (config.serverMetadata().end_session_endpoint === undefined) return null
      const hint = idToken === null ? {} : { id_token_hint: idToken }
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: settings.signedOut.href, ...hint })
    },
  }
}

/** Runs discovery once, and shares its result. */
function discoverOnce({ issuer, clientId, clientSecret }: ProviderSettings): () => Promise<oidc.Configuration> {
  let finding: Promise<oidc.Configuration> | null = null
  const discover = () =>
    oidc.discovery(
      issuer,
      clientId,
      { [oidc.clockTolerance]: SKEW, ...(clientSecret === null ? {} : { client_secret: clientSecret }) },
      clientSecret === null ? oidc.None() : oidc.ClientSecretBasic(clientSecret),
      {
        timeout: PATIENCE,
        // Check the token's signature too; don't rely only on TLS to the provider.
        execute: [
          oidc.enableNonRepudiationChecks,
          ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
        ],
      },
    )
  return () => {
    finding ??= discover().catch((error: unknown) => {
      finding = null
      throw error
    })
    return finding
  }
}

function placesOf({ issuer }: ProviderSettings, found: oidc.Configuration | null): string[] {
  const end = found?.serverMetadata().end_session_endpoint
  return [...new Set([issuer.origin, ...(end === undefined ? [] : [new URL(end).origin])])]
}

async function startPage(config: oidc.Configuration, { callback }: ProviderSettings, way: Way): Promise<URL> {
  return oidc.buildAuthorizationUrl(config, {
    redirect_uri: callback.href,
    scope: 'openid email',
    response_type: 'code',
    state: way.state,
    nonce: way.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(way.verifier),
    code_challenge_method: 'S256',
  })
}

async function finish(config: oidc.Configuration, url: URL, way: Way): Promise<Return> {
  try {
    const tokens = await oidc.authorizationCodeGrant(config, url, {
      pkceCodeVerifier: way.verifier,
      expectedState: way.state,
      expectedNonce: way.nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (claims === undefined) return { kind: 'refused', why: 'no-id-token' }
    const { iss: issuer, sub: subject } = claims
    const told =
      claims.email === undefined
        ? await askMore(config, tokens.access_token, subject)
        : { email: claims.email, email_verified: claims.email_verified }
    const email = vouchedFor(told)
    return { kind: 'is', claimed: { issuer, subject, email }, idToken: tokens.id_token ?? null }
  } catch (error) {
    return { kind: 'refused', why: wordFor(error) }
  }
}

interface Address {
  readonly email?: unknown
  readonly email_verified?: unknown
}

/** Strict providers return the email address from a separate endpoint, not in the token. */
async function askMore(config: oidc.Configuration, accessToken: string, subject: string): Promise<Address> {
  if (config.serverMetadata().userinfo_endpoint === undefined) return {}
  const { email, email_verified } = await oidc.fetchUserInfo(config, accessToken, subject)
  return { email, email_verified }
}

/** Null unless the provider has verified the address: otherwise it could be anybody's. */
function vouchedFor({ email, email_verified }: Address): string | null {
  return typeof email === 'string' && email_verified === true ? email : null
}

/** An error code from the library or protocol, never the data sent. */
function wordFor(error: unknown): string {
  if (error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError) {
    return /^\w{1,60}$/.test(error.error) ? error.error : 'other'
  }
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' ? code : 'other'
}

export function newWay(): Way {
  return { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
}
