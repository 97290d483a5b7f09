/** One decimal, and never rounded up to all or down to nothing. */
export function percent(rate: number): string {
  const tenths = Math.round(rate * 1000)
  const honest = tenths === 1000 && rate < 1 ? 999 : tenths === 0 && rate > 0 ? 1 : tenths
  return `${(honest / 10).toFixed(honest % 10 ? 1 : 0)}%`
}
