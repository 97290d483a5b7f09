/** Numbers that lead to one person and have no place in notes of a talk. Names cannot be told from words; the form asks. */
const patterns = [
  ['身份证号', /(?<!\d)\d{17}[\dXx](?!\d)/u],
  ['手机号', /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/u],
] as const

/** What kind of number a text holds; null for none. Full-width digits count. */
export function personalIn(text: string): string | null {
  const plain = text.normalize('NFKC')
  return patterns.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}
