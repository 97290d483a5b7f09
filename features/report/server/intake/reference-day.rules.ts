const digits = '〇一二三四五六七八九'

/** What years that are not printed are taken from: the day under the signature, unless it lies ahead; else today. */
export function referenceDay(signedOn: string | null, today: string): string {
  const signed = signedOn === null ? null : dayOf(signedOn)
  return signed !== null && signed <= today ? signed : today
}

/** 2026年11月16日, 二〇二六年十一月十六日; null for what is no day. */
function dayOf(printed: string): string | null {
  const match = /^(?<year>.{4})年(?<month>.{1,3})月(?<day>.{1,3})日$/u.exec(printed)
  if (!match?.groups) return null
  const { year = '', month = '', day = '' } = match.groups
  const whole = [yearOf(year), numberOf(month), numberOf(day)]
  const iso = whole.map((number, i) => String(number).padStart(i ? 2 : 4, '0')).join('-')
  const time = Date.parse(`${iso}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso
}

const yearOf = (printed: string): number =>
  Number(
    [...printed.replace(/[○零]/gu, '〇')]
      .map(one => (digits.includes(one) ? digits.indexOf(one) : one))
      .join(''),
  )

function numberOf(printed: string): number {
  if (/^\d+$/u.test(printed)) return Number(printed)
  const [tens, ones] = printed.includes('十') ? printed.split('十') : ['', printed]
  const ten = printed.includes('十') ? (tens ? digits.indexOf(tens) : 1) * 10 : 0
  return ten + (ones ? digits.indexOf(ones) : 0)
}
