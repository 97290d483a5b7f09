/** The bulletins on the public site: only what has been published, for anyone, without script. */
import { Problem } from '@jianbao/errors'
import { noScope, type Read } from '@jianbao/platform/access'
import type { FileCache } from '@jianbao/platform/files'
import { type Html, html, type Page, trusted } from '@jianbao/platform/html'
import { attachment, defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import { DownloadQuery, type Issue, type IssuePage, type IssueQuery } from '../contract/index.ts'
import {
  composeBulletin,
  downloadIssue,
  getIssue,
  listIssues,
  noRights,
  type Typesetting,
} from '../server/index.ts'
import { viewIssues, viewLatest } from './issue-list.view.ts'
import { printDay, titleOf } from './issue-names.ts'
import { viewPager, viewSearch, type Wish } from './issue-search.view.ts'

export type BulletinPagesServices = { typesetting: Typesetting; cache: FileCache }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const recentCount = 8

export function bulletinPages(services: BulletinPagesServices): Page[] {
  return [
    {
      path: '/',
      render: async ({ read }) => {
        const found = await listPublished(read, { pageSize: recentCount })
        const [latest, ...recent] = found.rows
        if (!latest) return { title: '首页', main: html`<h1 class="hidden">首页</h1>${nothingYet}` }
        const main = html`<h1 class="hidden">简报</h1>
${viewLatest(latest)}
${recent.length > 0 && html`<section aria-labelledby="recent"><h2 id="recent" class="section">近期简报</h2>${viewIssues(recent, 3)}</section>`}
<p class="more"><a href="/issues">全部 ${found.total} 期简报</a></p>`
        return { title: '首页', description: `最新一期：${titleOf(latest)}`, main }
      },
    },
    { path: '/issues', render: ({ query, read }) => renderList(read, query) },
    {
      path: '/issues/:id',
      render: async ({ params: { id = '' }, read }) => {
        const issue = uuid.test(id) ? await findPublished(read, id) : null
        return (
          issue && {
            title: titleOf(issue),
            description: describe(issue),
            main: await viewReader(services, issue),
          }
        )
      },
    },
  ]
}

/** Files of published issues, declared like every other route. */
export function publicBulletinRoutes(services: BulletinPagesServices): Route[] {
  return [
    defineRoute({
      operationId: 'downloadPublishedIssue',
      method: 'GET',
      path: '/issues/:id/file',
      summary: 'A published issue as PDF, DOCX, HTML or text',
      tags: ['public'],
      access: 'anyone',
      audit: null,
      perMinute: 60,
      schema: {
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
        query: Type.Pick(DownloadQuery, ['format']),
        response: { 200: { mediaTypes: ['application/pdf', 'text/html', 'text/plain', docx] } },
      },
      handler: async ({ params: { id }, query, read, reply }) => {
        const file = await downloadIssue(services, await getPublished(read, id), query)
        return reply
          .type(file.mediaType)
          .header('content-disposition', attachment(file.name))
          .header('cache-control', 'no-cache')
          .send(file.bytes)
      },
    }),
  ]
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const nothingYet = html`<div class="empty"><p>还没有公开的简报。</p><p>编辑部公开第一期后，会出现在这里。</p></div>`

/** Of nobody's scope both locks leave what is published, and nothing else. */
const listPublished = (read: Read, query: IssueQuery): Promise<IssuePage> =>
  read(tx => listIssues(tx, noScope, { ...query, published: true }, noRights))

const getPublished = (read: Read, id: string): Promise<Issue> =>
  read(tx => getIssue(tx, noScope, id, noRights))

async function findPublished(read: Read, id: string): Promise<Issue | null> {
  return getPublished(read, id).catch(error => {
    if (error instanceof Problem && error.code === 'not-found') return null
    throw error
  })
}

async function renderList(read: Read, query: Readonly<Record<string, string>>) {
  const wish: Wish = {
    q: (query['q'] ?? '').trim().slice(0, 100),
    series: (query['series'] ?? '').slice(0, 200),
    year: /^(19|20|21)\d\d$/.test(query['year'] ?? '') ? query['year']! : '',
  }
  const page = /^[1-9]\d{0,4}$/.test(query['page'] ?? '') ? Number(query['page']) : 1
  const found = await listPublished(read, {
    page,
    pageSize: 20,
    ...(wish.q ? { q: wish.q } : {}),
    ...(wish.series ? { series: wish.series } : {}),
    ...(wish.year ? { year: Number(wish.year) } : {}),
  })
  const searched = Boolean(wish.q || wish.series || wish.year)
  const none = searched
    ? html`<div class="empty"><p>没有找到符合条件的简报。</p><p><a href="/issues">查看全部简报</a></p></div>`
    : nothingYet
  const main: Html = html`<h1 class="section">全部简报</h1>
${viewSearch(found, wish)}
<p class="count" role="status">${searched ? '找到' : '共'} ${found.total} 期</p>
${found.rows.length ? viewIssues(found.rows, 2) : none}
${viewPager(found, wish)}`
  return { title: '全部简报', main }
}

async function viewReader({ typesetting }: BulletinPagesServices, issue: Issue): Promise<Html> {
  const bulletin = await composeBulletin(typesetting, issue)
  const article = trusted(await typesetting.html(bulletin, { standalone: false }))
  const file = (format: string, label: string): Html =>
    html`<a href="/issues/${issue.id}/file?format=${format}">${label}</a>`
  return html`<nav class="trail" aria-label="所在位置"><a href="/">首页</a><a href="/issues">全部简报</a></nav>
<div class="paper">${article}</div>
<nav class="files" aria-label="下载本期"><span>下载本期</span>${file('pdf', 'PDF')}${file('docx', 'Word 文档')}${file('txt', '纯文本')}</nav>`
}

function describe(issue: Issue): string {
  return [issue.publisher, issue.date && printDay(issue.date), ...issue.headlines.slice(0, 3)]
    .filter(Boolean)
    .join('，')
}
