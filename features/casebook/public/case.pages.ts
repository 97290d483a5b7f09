/** The cases on the public site: those that are public, for anyone, without script. */
import {
  addressWith,
  type Html,
  html,
  isRecordId,
  type Page,
  pageOf,
  type SiteRoom,
  viewMarked,
  viewTrail,
  viewTurner,
} from '@jianbao/platform/html'
import type { TagCount } from '../contract/index.ts'
import {
  findPublicCase,
  listPublicCaseIds,
  listPublicCases,
  type PublicCase,
  type PublicCaseHit,
} from '../server/find-public-cases.ts'

const nothingYet = html`<div class="empty"><p>还没有公开的典型案例。</p><p>编辑部公开第一个后，会出现在这里。</p></div>`
const newestCount = 3

const listPage: Page = {
  path: '/cases',
  render: async ({ query, read }) => {
    const q = (query['q'] ?? '').trim().slice(0, 200).toWellFormed()
    const tag = (query['tag'] ?? '').trim().slice(0, 20)
    const page = pageOf(query['page'])
    const found = await read(tx => listPublicCases(tx, { q, tag, page }))
    const narrowed = Boolean(q || tag)
    const none =
      narrowed || page > 1
        ? html`<div class="empty"><p>没有找到符合条件的案例。</p><p><a href="/cases">查看全部案例</a></p></div>`
        : nothingYet
    const to = (number: number): string => addressWith('/cases', { q, tag, page: number > 1 ? number : '' })
    const known = found.tags.some(each => each.tag === tag)
    return {
      title: known ? `典型案例：${tag}` : '典型案例',
      description: '可以照着做的好做法：为何可行，怎么复制',
      canonical: addressWith('/cases', { tag: known ? tag : '' }),
      ...(q || page > 1 || (tag && !known) ? { noIndex: true } : {}),
      main: html`<h1 class="section">典型案例</h1>
<form class="search few" action="/cases" role="search" aria-label="查找案例">
  <label class="wide">词语<input type="search" name="q" value="${q}" maxlength="200"></label>
  ${tag && html`<input type="hidden" name="tag" value="${tag}">`}
  <button type="submit">查找</button>
</form>
${viewTags(found.tags, tag, q)}
<p class="count" role="status">${narrowed ? '找到' : '共'} ${found.total} 个案例</p>
${found.rows.length ? html`<ol class="issues cases">${found.rows.map(viewHit)}</ol>` : none}
${viewTurner(found, to)}`,
    }
  },
}

function viewTags(tags: readonly TagCount[], chosen: string, q: string): Html {
  if (!tags.length) return html``
  const link = (tag: string, label: string): Html =>
    html`<li><a href="${addressWith('/cases', { q, tag })}"${tag === chosen && html` aria-current="true"`}>${label}</a></li>`
  return html`<nav aria-label="标签"><ul class="tags">${link('', '全部')}${tags.map(({ tag, cases }) =>
    link(tag, `${tag}（${cases}）`),
  )}</ul></nav>`
}

function viewHit(hit: PublicCaseHit): Html {
  return html`<li><div>
  <h2 class="issue-title"><a href="/cases/${hit.id}">${viewMarked(hit.title, hit.titleMarks)}</a></h2>
  <p class="facts">${facts(hit)}</p>
  ${hit.passages.slice(0, 2).map(({ text, marks }) => html`<p class="first-headlines">${viewMarked(text, marks)}</p>`)}
</div></li>`
}

const casePage: Page = {
  path: '/cases/:id',
  render: async ({ params: { id }, read }) => {
    const found = isRecordId(id) ? await read(tx => findPublicCase(tx, id)) : null
    if (!found) return null
    const { article, title, why, how, tags } = found
    return {
      title,
      description: why.split('\n')[0]?.slice(0, 120) ?? '',
      canonical: `/cases/${found.id}`,
      article: { publishedAt: found.publishedAt.toISOString() },
      main: html`${viewTrail([
        { path: '/', label: '首页' },
        { path: '/cases', label: '典型案例' },
      ])}
<article class="case" itemscope itemtype="https://schema.org/Article">
<h1 itemprop="headline">${title}</h1>
<p class="facts">${facts(found)}</p>
<div itemprop="articleBody">
<section aria-labelledby="why"><h2 id="why">为何可行</h2>${paragraphs(why)}</section>
<section aria-labelledby="how"><h2 id="how">怎么复制</h2>${paragraphs(how)}</section>
</div>
${article && html`<p class="source"><span>原文</span><a href="/issues/${article.issueId}/articles/${article.id}">${article.title || title}</a></p>`}
${tags.length > 0 && html`<ul class="tags" aria-label="标签">${tags.map(tag => html`<li><a href="${addressWith('/cases', { tag })}">${tag}</a></li>`)}</ul>`}
</article>`,
    }
  },
}

const paragraphs = (text: string): Html[] =>
  text
    .split('\n')
    .filter(line => line.trim())
    .map(line => html`<p>${line}</p>`)

function facts({ sourceUnit, sourceDay }: PublicCase): Html {
  return html`${sourceUnit && html`<span>${sourceUnit}</span>`}${
    sourceDay && html`<time datetime="${sourceDay}">${printDay(sourceDay)}</time>`
  }`
}

function printDay(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** The newest cases for the first page; nothing while there are none. */
export async function newestCases(read: Parameters<SiteRoom['addresses']>[0]): Promise<Html> {
  const { rows, total } = await read(tx => listPublicCases(tx, { pageSize: newestCount }))
  if (!rows.length) return html``
  return html`<section aria-labelledby="newest-cases"><h2 id="newest-cases" class="section">典型案例</h2>
<ol class="issues cases">${rows.map(
    each => html`<li><div><h3 class="issue-title"><a href="/cases/${each.id}">${each.title}</a></h3>
<p class="facts">${facts(each)}</p></div></li>`,
  )}</ol></section>
<p class="more"><a href="/cases">全部 ${total} 个案例</a></p>`
}

export const casebookRoom: SiteRoom = {
  nav: [{ path: '/cases', label: '典型案例' }],
  pages: [listPage, casePage],
  feeds: [],
  feedLinks: [],
  addresses: async read => [
    { path: '/cases', modifiedAt: null },
    ...(await read(listPublicCaseIds)).map(({ id, updatedAt }) => ({
      path: `/cases/${id}`,
      modifiedAt: updatedAt,
    })),
  ],
}
