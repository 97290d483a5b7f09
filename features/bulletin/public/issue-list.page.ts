import { addressWith, html, type Page, pageOf, viewTurner } from '@jianbao/platform/html'
import { listPublished } from '../server/published/index.ts'
import { seriesFeeds } from './feed.pages.ts'
import { nothingYet } from './home.page.ts'
import { viewIssues } from './issue-list.view.ts'
import { readWish, viewSearch } from './issue-search.view.ts'

export const issueListPage: Page = {
  path: '/issues',
  render: async ({ query, read }) => {
    const wish = readWish(query)
    const page = pageOf(query['page'])
    const { q, series, year } = wish
    const found = await read(tx =>
      listPublished(tx, { page, q, series, ...(year ? { year: Number(year) } : {}) }),
    )
    const searched = Boolean(q || series || year)
    const to = (number: number): string => addressWith('/issues', { ...wish, page: number > 1 ? number : '' })
    const none = searched
      ? html`<div class="empty"><p>没有找到符合条件的简报。</p><p class="actions">${
          q && html`<a href="${addressWith('/search', { q })}">在正文中检索“${q}”</a>`
        }<a href="/issues">查看全部简报</a></p></div>`
      : page > 1
        ? html`<div class="empty"><p>没有这一页。</p><p><a href="/issues">从第一页看起</a></p></div>`
        : nothingYet
    const known = found.seriesNames.includes(series)
    return {
      title: series && known ? series : '全部简报',
      canonical: addressWith('/issues', known ? { series } : {}),
      ...(q || year || page > 1 ? { noIndex: true } : {}),
      ...(known ? { feeds: seriesFeeds(series) } : {}),
      description: `${series && known ? series : '已公开的简报'}，共 ${found.total} 期`,
      main: html`<h1 class="section">全部简报</h1>
${viewSearch(found, wish)}
<p class="count" role="status">${searched ? '找到' : '共'} ${found.total} 期${known && html`　<a href="${seriesFeeds(series)[0]!.path}">订阅这一刊</a>`}</p>
${found.rows.length ? viewIssues(found.rows, 2) : none}
${viewTurner(found, to)}`,
    }
  },
}
