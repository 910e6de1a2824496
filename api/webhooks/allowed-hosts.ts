/** Allow-list of webhook hosts, set by the operator. */
import { BlockList, isIP } from 'node:net'
import { BadInput } from '../../src/errors.ts'

export interface AllowedHosts {
  /** True if no host is allowed, which disables webhooks. */
  readonly isEmpty: boolean
  /** Why a URL isn't allowed; null if it is. */
  refusal(url: string): string | null
  /** Whether host names may resolve to this IP address. */
  allowsAddress(address: string): boolean
}

/**
 * Comma-separated entries: hosts reached by HTTPS (`hooks.example.nhs.uk`, `hooks.example.nhs.uk:8443`), or by HTTP if prefixed
 * with `http://`; and addresses in private networks (`10.1.2.3`, `10.1.0.0/16`, `127.0.0.1`), which host names may resolve to
 * only if listed.
 */
export function readAllowedHosts(text: string, name = '--webhook-hosts'): AllowedHosts {
  const origins = new Set<string>()
  const named = newAddresses()
  for (const entry of text.split(',').map((one) => one.trim())) {
    if (entry === '') continue
    if (addedSubnet(entry, named)) continue
    const url = asOrigin(entry, name)
    origins.add(url.origin)
    const address = bare(url.hostname)
    if (isIP(address) !== 0) named[familyOf(address)].addAddress(address, familyOf(address))
  }
  return {
    isEmpty: origins.size === 0,
    refusal: (given) => refusalOf(given, origins),
    allowsAddress: (address) => {
      const plain = plainAddress(address)
      return isIn(named, plain) || !isIn(NOT_PUBLIC, plain)
    },
  }
}

function asOrigin(entry: string, name: string): URL {
  const text = /^https?:\/\//.test(entry) ? entry : `https://${entry}`
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && url.href === `${url.origin}/`) return url
  const detail = `Each host in ${name} must be a name or an address, with a port unless it is the default one.`
  throw new BadInput([{ pointer: '', detail, seen: entry.slice(0, 60), maybe: 'hooks.example.nhs.uk' }])
}

function refusalOf(given: string, origins: ReadonlySet<string>): string | null {
  if (!URL.canParse(given)) return 'must be a URL, such as https://hooks.example.nhs.uk/rota.'
  const url = new URL(given)
  if (url.username !== '' || url.password !== '') return 'must not hold a password.'
  if (!origins.has(url.origin)) return 'must be at a host that whoever runs this service has named for webhooks.'
  return null
}

/** Separate lists per family: a combined BlockList matches IPv4 addresses as IPv6 ones. */
type Addresses = Readonly<Record<'ipv4' | 'ipv6', BlockList>>

function newAddresses(): Addresses {
  return { ipv4: new BlockList(), ipv6: new BlockList() }
}

function isIn(addresses: Addresses, address: string): boolean {
  const family = familyOf(address)
  return addresses[family].check(address, family)
}

function addedSubnet(entry: string, addresses: Addresses): boolean {
  const [address = '', bits = ''] = entry.split('/')
  if (!/^\d{1,3}$/.test(bits) || isIP(address) === 0 || Number(bits) > (isIP(address) === 4 ? 32 : 128)) return false
  const family = familyOf(address)
  addresses[family].addSubnet(address, Number(bits), family)
  return true
}

/** Loopback, private and other special-purpose addresses: RFC 6890 and its updates. */
const NOT_PUBLIC = notPublic()

function notPublic(): Addresses {
  const addresses = newAddresses()
  const subnets = [
    ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
    ['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
    ['224.0.0.0/4', '240.0.0.0/4'],
    // All IPv6 except global unicast, plus the parts of that which embed IPv4 addresses.
    ['::/3', '4000::/2', '8000::/1', '2001::/23', '2001:db8::/32', '2002::/16'],
  ]
  for (const subnet of subnets.flat()) addedSubnet(subnet, addresses)
  return addresses
}

/** Converts an IPv4-mapped IPv6 address to IPv4. */
function plainAddress(address: string): string {
  const [, hidden] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? []
  return hidden ?? address
}

/** Removes the brackets around an IPv6 address in a URL. */
export function bare(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1')
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}
