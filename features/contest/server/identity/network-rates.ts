import { isIPv4, isIPv6 } from 'node:net'

/** What is counted for a network: a wrong code costs more than a thousand right ones. */
export type RatedDeed = 'join' | 'phone-code' | 'paper' | 'hand-in' | 'wrong-code'
export type RateLimits = Readonly<Record<RatedDeed, number>>

export type NetworkRates = {
  /** Takes one deed of whoever calls from `address`; 0: go on, else the seconds to wait. */
  take(address: string | undefined, deed: RatedDeed): number
}

/** So many networks are remembered; of those that were quiet for a minute nothing needs to be known. */
const mostNetworks = 100_000
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
  const buckets = new Map<string, Bucket>()
  const sweep = (at: number): void => {
    for (const [name, bucket] of buckets) if (at - bucket.at >= minuteMs) buckets.delete(name)
    // All of them busy at once: whoever came first is forgotten, so that memory has an end.
    for (const name of buckets.keys()) {
      if (buckets.size < mostNetworks) return
      buckets.delete(name)
    }
  }
  return {
    take: (address, deed) => {
      const most = perMinute[deed]
      const [name, at] = [`${deed} ${networkOf(address)}`, now()]
      let bucket = buckets.get(name)
      if (!bucket) {
        if (buckets.size >= mostNetworks) sweep(at)
        bucket = { tokens: most, at }
        buckets.set(name, bucket)
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
