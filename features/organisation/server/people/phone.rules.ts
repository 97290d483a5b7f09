/** Telephone numbers as offices write them: 13800001234, 138 0000 1234, 0379-60001234, +86 …, with an extension. */
const written = /^\+?\d{1,4}(?:[- ]?\d{2,12}){1,4}(?:(?:转|ext\.?|x|#|,)\d{1,6})?$/i

/** A number in one spelling; null when it is none. */
export function readPhone(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s()（）]+/g, ' ')
    .replace(/[‐-―−]/g, '-')
    .replace(/ ?- ?/g, '-')
    .replace(/ ?(转|ext\.?|x|#|,) ?/gi, '转')
    .trim()
  if (!written.test(plain)) return null
  const digits = plain.split('转')[0]!.replace(/\D/g, '').length
  return digits >= 7 && digits <= 15 ? plain.replaceAll(' ', '') : null
}

/** What lists show of a number: 138****1234, never more than half of it. */
export function maskPhone(phone: string): string {
  const digits = phone.split('转')[0]!.replace(/\D/g, '')
  const [head, tail] = digits.length >= 11 ? [3, 4] : [0, 2]
  return digits.slice(0, head) + '*'.repeat(digits.length - head - tail) + digits.slice(-tail)
}
