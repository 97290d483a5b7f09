/** 知识竞赛 on the public site: what is on, what it is about, who is ahead. For anyone, without script. */
import type { Clock } from '@jianbao/platform/clock'
import { type Html, html, type Page, type SiteRoom, viewTrail } from '@jianbao/platform/html'
import { rulesSentences } from '../../contract/index.ts'
import {
  findListedContest,
  type ListedContest,
  listShownContests,
  pausedUntil,
  timeOf,
} from '../../server/statistics/list-shown-contests.ts'
import { readPublicRanking } from '../../server/statistics/public-ranking.ts'
import { rankingPage } from './ranking.page.ts'
import { count, spanWords, viewRanking, viewTime } from './ranking-parts.ts'

const nothingYet = html`<div class="empty"><p>还没有知识竞赛。</p><p>竞赛开放后，会出现在这里。</p></div>`
const parts = [
  ['on', '正在进行'],
  ['coming', '即将开始'],
  ['past', '往期竞赛'],
] as const

const listPage = (clock: Clock): Page => ({
  path: '/contests',
  render: async ({ read }) => {
    const now = clock.now()
    const contests = await read(listShownContests)
    return {
      title: '知识竞赛',
      description: '正在进行、即将开始和往期的知识竞赛',
      canonical: '/contests',
      main: html`<h1 class="section">知识竞赛</h1>
${contests.length === 0 && nothingYet}
${parts.map(([time, heading]) => {
  const some = contests.filter(contest => timeOf(contest, now) === time)
  return some.length === 0
    ? html``
    : html`<section aria-labelledby="contests-${time}"><h2 id="contests-${time}" class="section">${heading}</h2>
<ol class="issues contests">${some.map(contest => viewRow(contest, now))}</ol></section>`
})}`,
    }
  },
})

function viewRow(contest: ListedContest, now: Date): Html {
  const { slug, title, unitName, total } = contest
  const on = timeOf(contest, now) === 'on'
  return html`<li>
  <h3 class="issue-title"><a href="/contests/${slug}">${title}</a></h3>
  <p class="facts"><span>${unitName}</span><span>${spanWords(contest)}</span>${
    total.people > 0 && html`<span>${count(total.people)} 人参加</span>`
  }</p>
  ${on && html`<p class="more"><a href="/play/${slug}">去答题<span class="hidden">：${title}</span></a></p>`}
</li>`
}

const contestPage = (clock: Clock): Page => ({
  path: '/contests/:slug',
  render: async ({ params: { slug = '' }, read }) => {
    const now = clock.now()
    const found = await read(async tx => {
      const contest = await findListedContest(tx, slug)
      return contest && { contest, ranking: await readPublicRanking(tx, slug) }
    })
    if (!found) return null
    const { contest, ranking } = found
    const about = contest.about.split('\n').filter(line => line.trim())
    return {
      title: contest.title,
      description: about[0]?.slice(0, 120) ?? `${contest.unitName}举办的知识竞赛`,
      canonical: `/contests/${contest.slug}`,
      main: html`${viewTrail([
        { path: '/', label: '首页' },
        { path: '/contests', label: '知识竞赛' },
      ])}
<article class="contest">
<h1>${contest.title}</h1>
<p class="facts"><span>${contest.unitName}</span><span>${spanWords(contest)}</span>${viewTime(timeOf(contest, now))}</p>
${viewActions(contest, now)}
<dl class="contest-figures">
<div><dt>参加人数</dt><dd>${count(contest.total.people)}</dd></div>
<div><dt>答题人次</dt><dd>${count(contest.total.attempts)}</dd></div>
<div><dt>页面浏览量</dt><dd>${count(contest.total.views)}</dd></div>
</dl>
${
  about.length > 0 &&
  html`<section class="contest-about" aria-labelledby="about"><h2 id="about">竞赛介绍</h2>${about.map(line => html`<p>${line}</p>`)}</section>`
}
<section aria-labelledby="rules"><h2 id="rules">参赛规则</h2>
<ul class="contest-rules">${rulesSentences(contest.rules, 'zh').map(line => html`<li>${line}</li>`)}</ul></section>
${viewRanking(ranking)}
</article>`,
    }
  },
})

function viewActions(contest: ListedContest, now: Date): Html {
  const { slug, state, rules } = contest
  const time = timeOf(contest, now)
  const paused = time === 'on' ? pausedUntil(contest, now) : null
  const next = paused?.toLocaleString('zh-CN', {
    ...({ timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric' } as const),
    ...({ hour: '2-digit', minute: '2-digit', hour12: false } as const),
  })
  return html`<p class="actions">${time !== 'past' && html`<a class="button" href="/play/${slug}">${time === 'on' ? '去答题' : '进入答题页'}</a>`}
${paused && html`<span>现在不在答题时段，${next} 再开始。</span>`}
${rules.ranking.shown && html`<a href="/contests/${slug}/ranking">排行榜</a>`}
${state === 'published' && html`<a href="/contests/${slug}/results">结果公示</a>`}
${time !== 'coming' && html`<a href="/contests/${slug}/check">查我的成绩</a>`}
${time !== 'coming' && rules.certificates.length > 0 && html`<a href="/contests/${slug}/certificate">领取证书</a>`}
${time !== 'coming' && rules.lottery && html`<a href="/contests/${slug}/draws">抽奖</a>`}</p>`
}

/** What is on, and who is ahead; certificates, results and lotteries are the award room's. */
export const contestRoom = (clock: Clock): SiteRoom => ({
  nav: [{ path: '/contests', label: '知识竞赛' }],
  styles: new URL('./contests.css', import.meta.url),
  pages: [listPage(clock), contestPage(clock), rankingPage],
  feeds: [],
  feedLinks: [],
  addresses: async read => [
    { path: '/contests', modifiedAt: null },
    ...(await read(listShownContests)).map(({ slug, updatedAt }) => ({
      path: `/contests/${slug}`,
      modifiedAt: updatedAt,
    })),
  ],
})
