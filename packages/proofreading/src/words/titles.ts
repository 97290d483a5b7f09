/** Titles that stand before a name; the longest first. */
const ranks = [
  '党组书记',
  '党委书记',
  '党支部书记',
  '党总支书记',
  '支部书记',
  '第一书记',
  '党组副书记',
  '党委副书记',
  '副书记',
  '书记',
  '专职副主席',
  '常务副主席',
  '副主席',
  '主席',
  '副秘书长',
  '秘书长',
  '副主任',
  '主任',
  '副部长',
  '部长',
  '副处长',
  '处长',
  '副科长',
  '科长',
  '副局长',
  '局长',
  '副会长',
  '常务副会长',
  '会长',
  '副理事长',
  '常务副理事长',
  '理事长',
  '副院长',
  '院长',
  '副校长',
  '校长',
  '副市长',
  '市长',
  '副县长',
  '县长',
  '副区长',
  '区长',
  '副省长',
  '省长',
  '一级巡视员',
  '二级巡视员',
  '巡视员',
  '一级调研员',
  '二级调研员',
  '三级调研员',
  '四级调研员',
  '调研员',
  '副组长',
  '组长',
  '副馆长',
  '馆长',
  '副站长',
  '站长',
  '副所长',
  '所长',
  '副台长',
  '台长',
  '副主编',
  '主编',
  '党组成员',
  '党委委员',
  '班子成员',
  '总经理',
  '董事长',
  '总工程师',
  '副教授',
  '教授',
  '副研究员',
  '研究员',
  '院士',
]
const longest = Math.max(...ranks.map(rank => rank.length))
const known = new Set(ranks)

/** The longest title that ends at a place; null when none does. */
export function titleBefore(text: string, end: number): string | null {
  for (let length = longest; length >= 2; length--) {
    const word = text.slice(Math.max(0, end - length), end)
    if (word.length === length && known.has(word)) return word
  }
  return null
}

const prefix = '(?:专职|常务|党组|党委|党总支|党支部|支部|第一)?'
const deputy = new RegExp(`^${prefix}副`)

/** The title without its 副, 专职, 党组: what it is a deputy of. */
export function headOf(title: string): string {
  return title.replace(new RegExp(`^${prefix}副?`), '')
}

export function isDeputy(title: string): boolean {
  return deputy.test(title)
}
