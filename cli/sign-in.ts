/** Sign-in settings of a service. */
import { readProxies, readSignIn, type SignInSettings } from '../api/access/settings.ts'
import { type Call, nameOf, textOption } from './call.ts'
import type { Option } from './command.ts'
import { type Environment, settingWithoutOption } from './settings.ts'

export const SIGN_IN: readonly Option[] = [
  {
    name: 'oidc',
    kind: 'text',
    value: 'ISSUER',
    variable: 'OIDC_ISSUER',
    help: 'OpenID Connect provider where people sign in; set its client secret in OIDC_CLIENT_SECRET',
  },
  {
    name: 'client-id',
    kind: 'text',
    value: 'ID',
    variable: 'OIDC_CLIENT_ID',
    help: 'client ID of this service at that provider',
  },
  {
    name: 'public-url',
    kind: 'text',
    value: 'URL',
    variable: 'PUBLIC_URL',
    help: 'public address of this service, such as https://rota.example.nhs.uk',
  },
  {
    name: 'administrator',
    kind: 'text',
    value: 'EMAIL',
    variable: 'ADMINISTRATOR',
    help: 'makes the person with this email address an administrator',
  },
  {
    name: 'trust-proxy',
    kind: 'text',
    value: 'N',
    variable: 'TRUST_PROXY',
    help: 'number or addresses of the reverse proxies in front (default: none)',
  },
]

/** Throws a BadInput listing everything missing or invalid. */
export function readSignInOf(call: Call, env: Environment): SignInSettings | null {
  return readSignIn(
    {
      oidc: textOption(call, 'oidc'),
      clientId: textOption(call, 'client-id'),
      clientSecret: settingWithoutOption(env, 'OIDC_CLIENT_SECRET'),
      publicUrl: textOption(call, 'public-url'),
      administrator: textOption(call, 'administrator'),
    },
    {
      oidc: nameOf(call, 'oidc'),
      clientId: nameOf(call, 'client-id'),
      publicUrl: nameOf(call, 'public-url'),
      administrator: nameOf(call, 'administrator'),
    },
  )
}

/** Trusted reverse proxies, parsed by `readProxies`. */
export function readProxiesOf(call: Call): number | readonly string[] {
  return readProxies(textOption(call, 'trust-proxy'), nameOf(call, 'trust-proxy'))
}
