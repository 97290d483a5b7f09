import {
  addressWith,
  type Html,
  html,
  type Page,
  pageOf,
  viewMarked,
  viewTurner,
} from '@jianbao/platform/html'
import { listChoices, listPublished } from '../server/published/index.ts'
import { viewIssues } from './issue-list.view.ts'
import { printDay, titleOf } from './issue-names.ts'
import { readWish, viewChoices } from './issue-search.view.ts'
import type { BulletinPagesServices, PublicHits } from './public.services.ts'

const pageSize = 20
const longestWords = 200
const mostIssues = 5
/** Beyond so many hits there are no pages, as the search of the archive has none. */
const mostPages = 50

/** Words in everything that is public: articles by their text, issues by their names. */
export function searchPage({ search, alsoSearch = [] }: BulletinPagesServices): Page {
  return {
    path: '/search',
    render: async ({ query, read }) => {
      const wish = { ...readWish(query), q: (query['q'] ?? '').trim().slice(0, longestWords).toWellFormed() }
      const order = query['order'] === 'newest' ? 'newest' : 'best'
      const page = Math.min(pageOf(query['page']), mostPages)
      const { q, series, year } = wish
      const form = viewForm(await read(listChoices), wish, order)
      const frame = (body: Html, title: string) => ({
        title,
        noIndex: true,
        canonical: '/search',
        main: html`<h1 class="section">检索</h1>${form}${body}`,
      })
      if (!q) return frame(viewIntroduction(), '检索')
      const filter = { ...(series ? { series } : {}), ...(year ? { year: Number(year) } : {}) }
      const hits = await search(read, { q, ...filter, order, page, pageSize })
      const named = page === 1 && !series && !year
      const issues = named ? (await read(tx => listPublished(tx, { q, pageSize: mostIssues }))).rows : []
      const to = (number: number): string =>
        addressWith('/search', {
          ...wish,
          order: order === 'best' ? '' : order,
          page: number > 1 ? number : '',
        })
      const besides = alsoSearch.map(
        ({ label, path }) => html`<a href="${addressWith(path, { q })}">${label}</a>`,
      )
      const none = html`<div class="empty"><p>没有找到同时含有这些词的文章。</p>
<p>可以减少词语、换个说法，或去掉刊名和年份的限制。</p><p class="actions">${besides}<a href="/issues">浏览全部简报</a></p></div>`
      return frame(
        html`<p class="count" role="status">找到 ${hits.totalIsFloor && '不少于 '}${hits.total} 篇文章${
          hits.also.length > 0 &&
          html`，包括${hits.also.map(({ word, with: others }) => `“${word}”的同义词${others.join('、')}`).join('；')}`
        }</p>
${issues.length > 0 && html`<section aria-labelledby="found-issues"><h2 id="found-issues" class="section">名称或标题相符的期次</h2>${viewIssues(issues, 3)}</section>`}
${hits.rows.length > 0 ? html`<section aria-labelledby="found-articles"><h2 id="found-articles" class="section">文章</h2>${viewHits(hits)}</section>` : none}
${viewTurner({ page, pageSize, total: Math.min(hits.total, mostPages * pageSize) }, to)}
${hits.rows.length > 0 && besides.length > 0 && html`<p class="more actions">${besides}</p>`}`,
        `检索“${q}”`,
      )
    },
  }
}

type Choices = Parameters<typeof viewChoices>[0]

function viewForm(choices: Choices, wish: Parameters<typeof viewChoices>[1], order: 'best' | 'newest'): Html {
  const option = (value: string, label: string): Html =>
    html`<option value="${value}"${value === order && html` selected`}>${label}</option>`
  return html`<form class="search all" action="/search" role="search" aria-label="检索全文">
  <label class="wide">词语<input type="search" name="q" value="${wish.q}" maxlength="${longestWords}"></label>
  ${viewChoices(choices, wish)}
  <label>排序<select name="order">${option('best', '最相符的在前')}${option('newest', '最新的在前')}</select></label>
  <button type="submit">检索</button>
</form>`
}

function viewIntroduction(): Html {
  return html`<div class="empty"><p>输入词语，在全部公开的简报中检索标题和正文。</p>
<p>几个词之间用空格隔开，要求都出现；“加引号”的词原样查找；词前加 - 表示不要出现。</p></div>`
}

function viewHits({ rows }: PublicHits): Html {
  return html`<ol class="hits">${rows.map(hit => {
    const issue = titleOf({ ...hit, runningNo: null, headlines: [] })
    return html`<li>
  <h3 class="issue-title"><a href="/issues/${hit.issueId}/articles/${hit.articleId}">${viewMarked(hit.headline.text || '无标题', hit.headline.marks)}</a></h3>
  <p class="facts"><a href="/issues/${hit.issueId}">${issue}</a>${hit.column && html`<span>${hit.column}</span>`}${
    hit.date && html`<time datetime="${hit.date}">${printDay(hit.date)}</time>`
  }</p>
  ${hit.passages.map(({ text, marks }) => html`<p class="passage">${viewMarked(text, marks)}</p>`)}
</li>`
  })}</ol>`
}
