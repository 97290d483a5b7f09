/** User names that may be proposed to a person, best first: 王小雨 → wangxiaoyu, wangxiaoyu2, … */
export function proposeUsernames(syllables: readonly string[], count = 50): string[] {
  const letters = syllables
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^[^a-z]+/, '')
  const base = (letters.length >= 2 ? letters : 'user').slice(0, 24)
  return Array.from({ length: count }, (_, at) => (at === 0 ? base : `${base}${at + 1}`))
}
