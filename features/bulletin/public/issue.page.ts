import {
  addressWith,
  type Html,
  html,
  isRecordId,
  type Page,
  trusted,
  viewTrail,
} from '@jianbao/platform/html'
import {
  findNeighbours,
  findPublishedIssue,
  type Neighbours,
  openArticles,
  type PublishedIssue,
  picturesOf,
  publicModel,
} from '../server/published/index.ts'
import { articleTitle } from './article-title.ts'
import { viewErrata } from './errata.view.ts'
import { seriesFeeds } from './feed.pages.ts'
import { numberOf, printDay, titleOf } from './issue-names.ts'
import type { BulletinPagesServices } from './public.services.ts'

/** An issue, whole, with its contents before it and its forms below. */
export function issuePage({ typesetting }: BulletinPagesServices): Page {
  return {
    path: '/issues/:id',
    render: async ({ params: { id }, read }) => {
      const found = await read(async tx => {
        const issue = isRecordId(id) ? await findPublishedIssue(tx, id) : null
        return issue && { issue, neighbours: await findNeighbours(tx, issue) }
      })
      if (!found) return null
      const { issue, neighbours } = found
      const bulletin = await publicModel(typesetting, issue)
      const images = pictureAddresses(issue, picturesOf(bulletin))
      const text = trusted(await typesetting.html(bulletin, { standalone: false, images }))
      return {
        title: titleOf(issue),
        description: describe(issue),
        canonical: `/issues/${issue.id}`,
        article: { publishedAt: issue.publishedAt.toISOString() },
        ...(issue.series === null ? {} : { feeds: seriesFeeds(issue.series) }),
        main: html`${viewTrail(above(issue))}
${viewErrata(issue.errata)}
${viewContents(issue)}
<div class="paper">${text}</div>
${viewFiles(issue)}
${viewNeighbours(neighbours)}`,
      }
    },
  }
}

/** The way from the first page to an issue, by its series where it has one. */
export function above({ series }: Pick<PublishedIssue, 'series'>): { path: string; label: string }[] {
  const own = series === null ? [] : [{ path: addressWith('/issues', { series }), label: series }]
  return [{ path: '/', label: '首页' }, { path: '/issues', label: '全部简报' }, ...own]
}

/** Addresses of those pictures of an issue that visitors see; the content is in the address, so it never changes. */
export function pictureAddresses(issue: PublishedIssue, shown: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(
    issue.pictures
      .filter(({ key }) => shown.has(key))
      .map(({ key, sha256 }) => [key, `/issues/${issue.id}/pictures/${sha256}`]),
  )
}

function viewContents(issue: PublishedIssue): Html {
  const articles = openArticles(issue)
  if (!articles.length) return html``
  return html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">本期目录</h2>
<ol>${issue.columns
    .filter(({ articles: own }) => own.length > 0)
    .map(
      ({ name, articles: own }) =>
        html`<li>${name && html`<span class="column">${name.replace(/^【(.*)】$/u, '$1')}</span>`}<ol>${own.map(
          article =>
            html`<li><a href="/issues/${issue.id}/articles/${article.id}">${articleTitle(article, name)}</a></li>`,
        )}</ol></li>`,
    )}</ol></nav>`
}

function viewFiles({ id, withheld, errata }: PublishedIssue): Html {
  const file = (format: string, label: string): Html =>
    html`<a href="/issues/${id}/file?format=${format}">${label}</a>`
  return html`<nav class="files" aria-label="下载本期"><span>下载本期</span>${file('pdf', 'PDF')}${file('docx', 'Word 文档')}${file('txt', '纯文本')}</nav>
${withheld > 0 && html`<p class="note">本期有 ${withheld} 篇文章不公开，网页和下载的文件都不含这些文章。</p>`}
${errata.length > 0 && html`<p class="note">下载的文件是印发时的原样，勘误以本页为准。</p>`}`
}

function viewNeighbours({ previous, next }: Neighbours): Html {
  if (!previous && !next) return html``
  const link = (issue: typeof next, rel: 'prev' | 'next', label: string): Html =>
    issue
      ? html`<a rel="${rel}" href="/issues/${issue.id}"><span>${label}</span>${numberOf(issue) ?? (issue.date ? printDay(issue.date) : titleOf(issue))}</a>`
      : html`<span></span>`
  return html`<nav class="beside" aria-label="同刊的上一期和下一期">${link(previous, 'prev', '上一期')}${link(next, 'next', '下一期')}</nav>`
}

function describe(issue: PublishedIssue): string {
  return [issue.publisher, issue.date && printDay(issue.date), ...issue.headlines.slice(0, 3)]
    .filter(Boolean)
    .join('，')
}
