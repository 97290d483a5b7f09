import { type Html, html, trusted } from '@jianbao/platform/html'
import type { PublishedSummary } from '../server/published/index.ts'
import { printDay, titleOf } from './issue-names.ts'

/** The newest issue, set off from the others, with links to its first articles. */
export function viewLatest(
  issue: PublishedSummary,
  first: readonly { readonly id: string; readonly title: string }[],
): Html {
  const others = issue.articles - first.length
  return html`<article class="latest" aria-labelledby="latest-title">
  <p class="latest-mark">最新一期</p>
  <h2 id="latest-title" class="latest-title"><a href="/issues/${issue.id}">${titleOf(issue)}</a></h2>
  <p class="facts">${facts(issue)}</p>
  <ol class="headlines">${first.map(({ id, title }) => html`<li><a href="/issues/${issue.id}/articles/${id}">${title}</a></li>`)}${others > 0 && html`<li><a href="/issues/${issue.id}">另有 ${others} 篇，见全文</a></li>`}</ol>
  <p class="actions">
    <a class="button" href="/issues/${issue.id}">阅读全文</a>
    <a href="/issues/${issue.id}/file?format=pdf">下载 PDF</a>
  </p>
</article>`
}

/** Issues one below the other, each with its number, first headlines and day; `level` of their headings. */
export function viewIssues(issues: readonly PublishedSummary[], level: 2 | 3): Html {
  const heading = trusted(`h${level}`)
  return html`<ol class="issues">${issues.map(
    issue => html`<li>
  <p class="issue-number" aria-hidden="true">${issue.issueNo ?? '—'}<span>${issue.special ? '增刊' : '期'}</span></p>
  <div>
    <${heading} class="issue-title"><a href="/issues/${issue.id}">${titleOf(issue)}</a></${heading}>
    <p class="facts">${facts(issue)}</p>
    ${issue.headlines.length > 0 && html`<p class="first-headlines">${issue.headlines.slice(0, 3).join('；')}</p>`}
  </div>
</li>`,
  )}</ol>`
}

function facts(issue: PublishedSummary): Html {
  return html`${issue.publisher && html`<span>${issue.publisher}</span>`}${
    issue.date && html`<time datetime="${issue.date}">${printDay(issue.date)}</time>`
  }<span>${issue.articles} 篇</span>`
}
