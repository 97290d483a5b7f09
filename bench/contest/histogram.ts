/** Latencies in buckets of less than one percent; adding one is a few machine instructions. */
export class Histogram {
  private readonly buckets = new Uint32Array(3328)
  count = 0
  private most = 0

  add(ms: number): void {
    const us = Math.min(0xffff_ffff, Math.max(0, Math.round(ms * 1000)))
    const shift = Math.max(0, 24 - Math.clz32(us))
    this.buckets[shift * 128 + (us >>> shift)]!++
    this.count++
    if (us > this.most) this.most = us
  }

  /** Milliseconds the given share of all stays at or below; the most for 1. */
  quantile(share: number): number {
    const wanted = Math.ceil(this.count * share)
    let seen = 0
    for (let at = 0; at < this.buckets.length; at++) {
      seen += this.buckets[at]!
      if (seen >= wanted && seen > 0) return Math.min(upperBound(at), this.most) / 1000
    }
    return 0
  }
}

/** The largest value of a bucket, in microseconds. */
function upperBound(at: number): number {
  const shift = Math.max(0, Math.floor(at / 128) - 1)
  return (at - shift * 128 + 1) * 2 ** shift - 1
}
