/** How people sign in at a service: options of a command, or variables of the environment. */
import type { ServeOptions } from '../api/main.ts'
import { type Call, textOption } from './call.ts'
import type { Option } from './command.ts'

export const SIGN_IN: readonly Option[] = [
  {
    name: 'oidc',
    kind: 'text',
    value: 'ISSUER',
    help: 'where people sign in: the address of a provider of OpenID Connect; or set OIDC_ISSUER. Its secret is OIDC_CLIENT_SECRET',
  },
  {
    name: 'client-id',
    kind: 'text',
    value: 'ID',
    help: 'what that provider calls this service; or set OIDC_CLIENT_ID',
  },
  {
    name: 'public-url',
    kind: 'text',
    value: 'URL',
    help: 'where people find this service: https://rota.example.nhs.uk; or set PUBLIC_URL',
  },
  {
    name: 'administrator',
    kind: 'text',
    value: 'EMAIL',
    help: 'lets whoever has this address in as an administrator; or set ADMINISTRATOR',
  },
  {
    name: 'trust-proxy',
    kind: 'text',
    value: 'N',
    help: 'how many proxies stand in front, or their addresses; none where left out; or set TRUST_PROXY',
  },
]

/** Throws a BadInput with everything that is missing or cannot be. */
export async function readAccess(call: Call): Promise<Required<Pick<ServeOptions, 'signIn' | 'proxies'>>> {
  // Loaded here, so that no other command waits for it.
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
