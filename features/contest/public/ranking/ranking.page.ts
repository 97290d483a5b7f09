import { addressWith, html, type Page, pageOf, viewTrail, viewTurner } from '@jianbao/platform/html'
import { findListedContest } from '../../server/statistics/list-shown-contests.ts'
import { readPublicRanking } from '../../server/statistics/public-ranking.ts'
import { listWords, madeWords, type RankingList, rankingLists, viewList } from './ranking-parts.ts'

const pageSize = 50

/** Who is ahead, one list at a time: the boards as they were last made. */
export const rankingPage: Page = {
  path: '/contests/:slug/ranking',
  render: async ({ params: { slug = '' }, query, read }) => {
    const found = await read(async tx =>
      (await findListedContest(tx, slug)) ? readPublicRanking(tx, slug) : null,
    )
    if (!found?.shown) return null
    const asked = rankingLists.find(list => list === query['list'])
    const lists = rankingLists.filter(list => found[list].length > 0 || list === (asked ?? 'people'))
    const list: RankingList = asked ?? 'people'
    const page = pageOf(query['page'])
    const total = found[list].length
    const to = (wanted: RankingList, number = 1): string =>
      addressWith(`/contests/${slug}/ranking`, {
        list: wanted === 'people' ? '' : wanted,
        page: number > 1 ? number : '',
      })
    return {
      title: `${found.title}：${listWords[list]}排行榜`,
      description: `${found.title}的${listWords[list]}排行榜`,
      canonical: to(list),
      ...(page > 1 ? { noIndex: true } : {}),
      main: html`${viewTrail([
        { path: '/contests', label: '知识竞赛' },
        { path: `/contests/${slug}`, label: found.title },
      ])}
<article class="contest">
<h1>排行榜</h1>
<nav aria-label="榜单"><ul class="ranking-tabs">${lists.map(
        each =>
          html`<li><a href="${to(each)}"${each === list && html` aria-current="true"`}>${listWords[each]}</a></li>`,
      )}</ul></nav>
<p class="count" role="status">共 ${total} 名</p>
${
  total === 0
    ? html`<div class="empty"><p>还没有人上榜。</p><p>交卷后几秒内更新，${found.state === 'open' && html`<a href="/play/${slug}">去答题</a>`}</p></div>`
    : viewList(found, list, (page - 1) * pageSize, pageSize)
}
${viewTurner({ page, pageSize, total }, number => to(list, number))}
<p class="count">${madeWords(found)}</p>
</article>`,
    }
  },
}
