/** Parts of the pages of contests: days, states and the lists of who is ahead. */
import { localDayTime } from '@jianbao/platform/clock'
import { type Html, html } from '@jianbao/platform/html'
import type { PublicRanking } from '../../contract/index.ts'
import type { ContestTime, ListedContest } from '../../server/statistics/list-shown-contests.ts'

export const count = (number: number): string => number.toLocaleString('en-US', { maximumFractionDigits: 2 })

const time = (at: Date): Html => html`<time datetime="${at.toISOString()}">${localDayTime(at)}</time>`

export const spanWords = ({ rules, endsAt }: Pick<ListedContest, 'rules' | 'endsAt'>): Html =>
  html`${time(new Date(rules.opensAt))} 至 ${time(endsAt)}`

const timeWords = { on: '正在进行', coming: '即将开始', past: '已结束' } as const

export const viewTime = (its: ContestTime): Html =>
  html`<span class="contest-state" data-time="${its}">${timeWords[its]}</span>`

export const rankingLists = ['people', 'units', 'cities'] as const
export type RankingList = (typeof rankingLists)[number]
export const listWords = { people: '个人', units: '单位', cities: '市级单位' } as const

const scoringWords = {
  best: '取每人最好的一次得分',
  cumulative: '每人各次得分累加',
  average: '每人各次得分取平均',
} as const
const head = 10

/** The first of each list on the page of a contest. */
export function viewRanking(ranking: PublicRanking): Html {
  const { slug, shown, made } = ranking
  if (!shown) return html``
  const lists = rankingLists.filter(list => ranking[list].length > 0)
  return html`<section aria-labelledby="ranking"><h2 id="ranking">排行榜</h2>
${lists.length === 0 && html`<p>还没有人上榜，交卷后几秒内更新。</p>`}
${lists.map(
  list => html`<h3>${listWords[list]}</h3>
${viewList(ranking, list, 0, head)}
<p class="more"><a href="/contests/${slug}/ranking?list=${list}">${listWords[list]}榜全部 ${ranking[list].length} 名</a></p>`,
)}
${made && html`<p class="count">${madeWords(ranking)}</p>`}</section>`
}

export const madeWords = ({ made, scoring }: PublicRanking): Html =>
  html`${made && html`${time(new Date(made))} 更新。`}${scoringWords[scoring]}；昵称已隐去部分文字。`

/** Lines of one list from `from` on. */
export function viewList(ranking: PublicRanking, list: RankingList, from: number, most: number): Html {
  if (list === 'people') return viewPeople(ranking, from, most)
  const lines = ranking[list].slice(from, from + most)
  const rated = list === 'units' && ranking.units.some(({ rate }) => rate !== null)
  return html`<table class="ranking"><thead><tr><th scope="col">名次</th><th scope="col">${listWords[list]}</th>
<th scope="col" class="number">人数</th><th scope="col" class="number">人次</th>${rated && html`<th scope="col" class="number wide">参与率</th>`}</tr></thead>
<tbody>${lines.map(
    line => html`<tr><td class="place">${line.place}</td><th scope="row">${line.name}</th>
<td class="number">${count(line.people)}</td><td class="number">${count(line.attempts)}</td>${
      rated && html`<td class="number wide">${rateWords(line)}</td>`
    }</tr>`,
  )}</tbody></table>`
}

const rateWords = ({ rate = null }: { readonly people: number; readonly rate?: number | null }): string =>
  rate === null ? '–' : `${(rate * 100).toFixed(1)}%`

function viewPeople({ people }: PublicRanking, from: number, most: number): Html {
  return html`<table class="ranking"><thead><tr><th scope="col">名次</th><th scope="col">昵称</th>
<th scope="col" class="number">得分</th><th scope="col" class="number wide">用时</th></tr></thead>
<tbody>${people.slice(from, from + most).map(
    ({ place, name, unitName, score, used }) =>
      html`<tr><td class="place">${place}</td><th scope="row">${name}${unitName && html`<small>${unitName}</small>`}</th>
<td class="number">${count(score)}</td><td class="number wide">${usedWords(used)}</td></tr>`,
  )}</tbody></table>`
}

function usedWords(seconds: number): string {
  const whole = Math.round(seconds)
  return whole < 60 ? `${seconds.toFixed(1)} 秒` : `${Math.floor(whole / 60)} 分 ${whole % 60} 秒`
}
