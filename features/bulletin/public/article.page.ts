import { type Html, html, isRecordId, type Page, trusted, viewTrail } from '@jianbao/platform/html'
import {
  articleModel,
  findPublishedIssue,
  openArticles,
  type PublishedIssue,
  picturesOf,
} from '../server/published/index.ts'
import { articleTitle } from './article-title.ts'
import { viewErrata } from './errata.view.ts'
import { above, pictureAddresses } from './issue.page.ts'
import { placeInSeries, printDay, titleOf } from './issue-names.ts'
import type { BulletinPagesServices } from './public.services.ts'

type Open = ReturnType<typeof openArticles>[number]

/** One article under its own address, for good. */
export function articlePage({ typesetting }: BulletinPagesServices): Page {
  return {
    path: '/issues/:id/articles/:articleId',
    render: async ({ params: { id, articleId }, read, origin }) => {
      const issue =
        isRecordId(id) && isRecordId(articleId) ? await read(tx => findPublishedIssue(tx, id)) : null
      if (!issue) return null
      const articles = openArticles(issue)
      const at = articles.findIndex(({ article }) => article.id === articleId)
      const open = articles[at]
      const model = open && (await articleModel(typesetting, issue, open.at))
      if (!open || !model) return null
      const title = articleTitle(open.article, open.column)
      const address = `/issues/${issue.id}/articles/${open.article.id}`
      const shown = picturesOf({ columns: [{ name: null, articles: [model] }] } as never)
      const text = trusted(await typesetting.articleHtml(model, pictureAddresses(issue, shown)))
      const errata = issue.errata.filter(each => each.articleId === open.article.id)
      return {
        title,
        description: summary(open),
        canonical: address,
        article: { publishedAt: issue.publishedAt.toISOString() },
        main: html`${viewTrail([...above(issue), { path: `/issues/${issue.id}`, label: shortName(issue) }])}
${viewErrata(errata)}
<article class="paper" itemscope itemtype="https://schema.org/Article">
<div class="jianbao">
<h1 class="jianbao-title" itemprop="headline">${title}</h1>
${viewFacts(issue, open)}
<div itemprop="articleBody">${text}</div>
${viewContributor(open)}
</div>
<p class="cite"><span>引用本文</span>${cite(issue, open, title)}<br><span class="address" itemprop="url">${origin}${address}</span></p>
</article>
${viewBeside(issue, articles[at - 1], articles[at + 1])}`,
      }
    },
  }
}

function viewFacts(issue: PublishedIssue, { column }: Open): Html {
  return html`<p class="facts"><a href="/issues/${issue.id}" itemprop="isPartOf" itemscope itemtype="https://schema.org/PublicationIssue"><span itemprop="name">${titleOf(issue)}</span></a>${
    column && html`<span itemprop="articleSection">${column.replace(/^【(.*)】$/u, '$1')}</span>`
  }${issue.date && html`<time itemprop="datePublished" datetime="${issue.date}">${printDay(issue.date)}</time>`}${issue.publisher && html`<meta itemprop="publisher" content="${issue.publisher}">`}</p>`
}

const withoutMarks = (text: string): string => text.trim().replace(/^[（(]\s*(.*?)\s*[)）]$/u, '$1')

function viewContributor({ article: { contributor } }: Open): Html {
  if (!contributor?.trim()) return html``
  const name = withoutMarks(contributor)
  const label = /^供稿/.test(name) || /供稿$/.test(name) ? name : `${name}供稿`
  return html`<p class="jianbao-contributor" itemprop="author" itemscope itemtype="https://schema.org/Organization">（<span itemprop="name">${label}</span>）</p>`
}

/** 供稿单位：《题名》，载《刊名》2021年第18期，2021年8月20日。 */
function cite(issue: PublishedIssue, { article: { contributor } }: Open, title: string): string {
  const by = contributor?.trim() ? `${withoutMarks(contributor).replace(/供稿$|^供稿[：:]?/gu, '')}：` : ''
  const place = placeInSeries(issue)
  const day = issue.date ? printDay(issue.date) : ''
  return `${by}《${title}》，${[place && `载${place}`, day].filter(Boolean).join('，')}。`
}

function shortName(issue: PublishedIssue): string {
  return titleOf({ ...issue, series: null, runningNo: null, headlines: ['本期'] })
}

function summary({ article }: Open): string {
  const text = article.paragraphs.join(' ').replace(/\s+/g, ' ').trim()
  const cut = [...text].slice(0, 120).join('')
  return cut.length < text.length ? `${cut}…` : cut
}

function viewBeside(issue: PublishedIssue, before: Open | undefined, after: Open | undefined): Html {
  if (!before && !after) return html``
  const link = (open: Open | undefined, rel: 'prev' | 'next', label: string): Html =>
    open
      ? html`<a rel="${rel}" href="/issues/${issue.id}/articles/${open.article.id}"><span>${label}</span>${articleTitle(open.article, open.column)}</a>`
      : html`<span></span>`
  return html`<nav class="beside" aria-label="本期的上一篇和下一篇">${link(before, 'prev', '上一篇')}${link(after, 'next', '下一篇')}</nav>`
}
