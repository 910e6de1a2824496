/** Sign-in settings of a service: command-line options or environment variables. */
import type { ServeOptions } from '../api/main.ts'
import { type Call, textOption } from './call.ts'
import type { Option } from './command.ts'

export const SIGN_IN: readonly Option[] = [
  {
    name: 'oidc',
    kind: 'text',
    value: 'ISSUER',
    help: 'OpenID Connect provider where people sign in; or set OIDC_ISSUER. Set its client secret in OIDC_CLIENT_SECRET',
  },
  {
    name: 'client-id',
    kind: 'text',
    value: 'ID',
    help: 'client ID of this service at that provider; or set OIDC_CLIENT_ID',
  },
  {
    name: 'public-url',
    kind: 'text',
    value: 'URL',
    help: 'public address of this service, such as https://rota.example.nhs.uk; or set PUBLIC_URL',
  },
  {
    name: 'administrator',
    kind: 'text',
    value: 'EMAIL',
    help: 'makes the person with this email address an administrator; or set ADMINISTRATOR',
  },
  {
    name: 'trust-proxy',
    kind: 'text',
    value: 'N',
    help: 'number or addresses of the reverse proxies in front (default: none); or set TRUST_PROXY',
  },
]

/** Throws a BadInput that lists everything missing or invalid. */
export async function readAccess(call: Call): Promise<Required<Pick<ServeOptions, 'signIn' | 'proxies'>>> {
  // Loaded here, so that other commands don't wait for it.
  const { readProxies, readSignIn } = await import('../api/access/settings.ts')
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, PUBLIC_URL, ADMINISTRATOR, TRUST_PROXY } = process.env
  const signIn = readSignIn({
    oidc: textOption(call, 'oidc') ?? OIDC_ISSUER,
    clientId: textOption(call, 'client-id') ?? OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    publicUrl: textOption(call, 'public-url') ?? PUBLIC_URL,
    administrator: textOption(call, 'administrator') ?? ADMINISTRATOR,
  })
  return { signIn, proxies: readProxies(textOption(call, 'trust-proxy') ?? TRUST_PROXY) }
}
