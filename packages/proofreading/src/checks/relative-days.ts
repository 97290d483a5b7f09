import type { Check } from './check.types.ts'

const relative =
  /(?:^|[。！？；，\n●]\s?)(昨日|昨天|昨晚|今日(?!头条)|今早|今晨|明日|明天|前天|后天|上周[一二三四五六日]?|下周[一二三四五六日]?|本周[一二三四五六日])(?=上午|下午|晚|，|\p{Script=Han})/gu
const sameDay = /(?:^|[。！？；，\n])(同日|当日|当天)/g
const anyDay = /\d ?[日号]|节|之际|[旬初底末]|日前|近日|昨|今|星期|周[一二三四五六日末]|元旦|除夕|春节/

/** 昨日, 明天: days nobody can reckon from a printed issue; 同日 when no day stands before it. */
export const checkRelativeDays: Check = ({ passages }, report) => {
  let item: unknown = null
  let dated = false
  for (const passage of passages) {
    if (passage.item !== item) dated = false
    item = passage.item
    if (passage.part !== 'body' || passage.type === 'quote') continue
    if (passage.item?.kind === 'speech' || passage.item?.kind === 'essay') continue
    for (const match of passage.text.matchAll(relative)) {
      const start = match.index + match[0].length - match[1]!.length
      if (!insideQuotes(passage.text, start))
        report('date-relative', passage, start, start + match[1]!.length, {})
    }
    for (const match of passage.text.matchAll(sameDay)) {
      const start = match.index + match[0].length - 2
      if (!dated && !anyDay.test(passage.text.slice(0, start)))
        report('date-same-day', passage, start, start + 2, {})
    }
    dated ||= anyDay.test(passage.text)
  }
}

const reach = 200

function insideQuotes(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - reach), at)
  return before.lastIndexOf('“') > before.lastIndexOf('”')
}
