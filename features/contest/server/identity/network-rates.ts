import { isIPv4, isIPv6 } from 'node:net'

/** What is counted for a network: a wrong code costs more than a thousand right ones. */
export type RatedDeed = 'join' | 'phone-code' | 'paper' | 'hand-in' | 'wrong-code'
export type RateLimits = Readonly<Record<RatedDeed, number>>

export type NetworkRates = {
  /** Takes one deed of whoever calls from `address`; 0: go on, else the seconds to wait. */
  take(address: string | undefined, deed: RatedDeed): number
  /** Networks remembered. */
  readonly size: number
}

/** So many are remembered, and of those before them as many. */
const mostNetworks = 50_000
const minuteMs = 60_000

type Bucket = { tokens: number; at: number }

/**
 * Buckets of `perMinute` deeds for each network (/24, /64), in the memory of this process alone; nothing is written
 * down. A whole school may sit behind one address: limits are for programs, not for classes.
 */
export function openNetworkRates(
  perMinute: RateLimits,
  now: () => number = () => performance.now(),
): NetworkRates {
  // Two generations: to find whoever was quiet longest in a map of one would take longer than all the rest.
  let [young, old] = [new Map<string, Bucket>(), new Map<string, Bucket>()]
  const remember = (name: string, bucket: Bucket): void => {
    if (young.size >= mostNetworks) [old, young] = [young, new Map()]
    young.set(name, bucket)
  }
  return {
    get size() {
      return young.size + old.size
    },
    take: (address, deed) => {
      const most = perMinute[deed]
      const [name, at] = [`${deed} ${networkOf(address)}`, now()]
      let bucket = young.get(name)
      if (!bucket) {
        bucket = old.get(name) ?? { tokens: most, at }
        remember(name, bucket)
      }
      bucket.tokens = Math.min(most, bucket.tokens + ((at - bucket.at) * most) / minuteMs)
      bucket.at = at
      if (bucket.tokens < 1) return most > 0 ? Math.max(1, Math.ceil(((1 - bucket.tokens) * 60) / most)) : 60
      bucket.tokens -= 1
      return 0
    },
  }
}

/** The network an address lies in: what one line, one school or one house has. */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return 'gone'
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (isIPv4(plain)) return plain.slice(0, plain.lastIndexOf('.'))
  return isIPv6(plain) ? first64(plain) : plain.slice(0, 64)
}

function first64(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after]
  return groups
    .slice(0, 4)
    .map(group => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
