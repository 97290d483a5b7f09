/** A number with its measure word: 1,200余人, 1.3万人次. */
export type FoundNumber = {
  readonly start: number
  readonly end: number
  readonly value: number
  /** 人, 名 and 位 are one measure; 人次 is another. */
  readonly measure: string
  /** Without 余, 多, 近, 约, 万: it can be reckoned with. */
  readonly exact: boolean
}

const measures =
  '人次|人|名|位|场次|场|次|份|册|本|件|台|套|个|家|户|篇|条|支|项|元|公里|亩|所|处|期|部|张|幅|辆|只|瓶|棵|株|吨|公斤|间|座|批|门|节|课时'
const written = new RegExp(
  `(近|约|超过|超|逾|达到)?(?<![\\d.,第])(\\d{1,3}(?:,\\d{3})+|\\d{1,12})(\\.\\d{1,4})?(余|多|来)?(万|亿|千|百)?(余|多)?(${measures})`,
  'g',
)
const scales: Record<string, number> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }

/** The numbers of a text that count something; ordinals (第3期) and days are none. */
export function numbersIn(text: string): FoundNumber[] {
  return [...text.matchAll(written)].flatMap(match => {
    const [whole, about, digits, decimals, more, scale, moreBehind, measure] = match
    const before = text.charAt(match.index - 1)
    if (before === '第' || before === '-' || before === '%') return []
    const value = Number(`${digits!.replaceAll(',', '')}${decimals ?? ''}`) * (scales[scale ?? ''] ?? 1)
    return [
      {
        start: match.index + (about?.length ?? 0),
        end: match.index + whole.length,
        value,
        measure: measure === '名' || measure === '位' ? '人' : measure!,
        exact: !about && !more && !moreBehind && !scale,
      },
    ]
  })
}
