import { html, type Page } from '@jianbao/platform/html'
import { findPublishedIssue, listPublished, openArticles } from '../server/published/index.ts'
import { articleTitle } from './article-title.ts'
import { viewIssues, viewLatest } from './issue-list.view.ts'
import { titleOf } from './issue-names.ts'
import type { BulletinPagesServices } from './public.services.ts'

const recentCount = 8
const firstCount = 5

export const nothingYet = html`<div class="empty"><p>还没有公开的简报。</p><p>编辑部公开第一期后，会出现在这里。</p></div>`

export function homePage({ atHome }: BulletinPagesServices): Page {
  return {
    path: '/',
    render: async ({ read }) => {
      const found = await read(tx => listPublished(tx, { pageSize: recentCount }))
      const besides = atHome ? await atHome(read) : null
      const [latest, ...recent] = found.rows
      if (!latest)
        return {
          title: '首页',
          canonical: '/',
          main: html`<h1 class="hidden">首页</h1>${nothingYet}${besides}`,
        }
      const whole = await read(tx => findPublishedIssue(tx, latest.id))
      const first = (whole ? openArticles(whole) : [])
        .slice(0, firstCount)
        .map(({ article, column }) => ({ id: article.id, title: articleTitle(article, column) }))
      const main = html`<h1 class="hidden">简报</h1>
<form class="find" action="/search" role="search" aria-label="检索全文">
  <label><span class="hidden">检索全部公开的简报</span><input type="search" name="q" maxlength="200" placeholder="检索标题、单位、正文"></label>
  <button type="submit">检索</button>
</form>
${viewLatest(latest, first)}
${recent.length > 0 && html`<section aria-labelledby="recent"><h2 id="recent" class="section">近期简报</h2>${viewIssues(recent, 3)}</section>`}
<p class="more"><a href="/issues">全部 ${found.total} 期简报</a></p>
${besides}`
      return { title: '首页', canonical: '/', description: `最新一期：${titleOf(latest)}`, main }
    },
  }
}
