import type { CircularBlock } from '@jianbao/typesetting/contract'
import type { CircularFigures } from '../../contract/index.ts'
import { dayWords } from './day-words.ts'

/** How it was counted: so that whoever doubts a figure knows what it means. */
export function ruleNotes({ rules, classes, totals, from, until }: CircularFigures): CircularBlock[] {
  if (totals.units === 0) return []
  const span = `统计期为${dayWords(from)}至${dayWords(until)}`
  const counted = `${span}。报送篇数按稿件报出本单位之日计，退回后没有再报和已撤回的不计；采用篇数按首次采用之日计，同一稿件只计一篇`
  const scored = rules.map(
    ({ name, from, basis }) => `《${name}》（${dayWords(from)}起施行${basis ? `，依据${basis}` : ''}）`,
  )
  const equal = '名次相同的并列'
  const points =
    scored.length > 0
      ? `得分按${scored.join('和')}计算，名次按得分排列，${equal}。`
      : `名次按采用篇数排列，${equal}。`
  const apart = classes.length > 1 ? '各类单位分别排名。' : ''
  return [{ type: 'note', text: `注：${counted}。${points}${apart}` }]
}
