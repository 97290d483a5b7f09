import { businessRoles } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { FileCache } from '@jianbao/platform/files'
import { attachment, defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import { DownloadQuery, Issue, IssuePage, IssueQuery, IssueSummary, LayoutChoice } from '../contract/index.ts'
import { chooseLayout } from './choose-layout.ts'
import { composeBulletin } from './compose-bulletin.ts'
import { downloadIssue, mediaTypes } from './download-issue.ts'
import { getIssue, listIssues } from './list-issues.ts'
import { publishIssue, withdrawIssue } from './publish-issue.ts'
import type { Typesetting } from './typesetting.port.ts'

export type BulletinServices = { db: Database; clock: Clock; typesetting: Typesetting; cache: FileCache }

const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const common = { tags: ['bulletin'], access: businessRoles } as const

export function bulletinRoutes(services: BulletinServices): Route[] {
  const { db, clock, typesetting } = services
  return [
    defineRoute({
      ...common,
      operationId: 'listIssues',
      method: 'GET',
      path: '/api/issues',
      summary: 'Issues, one page',
      audit: null,
      schema: { query: IssueQuery, response: { 200: IssuePage } },
      handler: ({ query }) => listIssues(db, query),
    }),
    defineRoute({
      ...common,
      operationId: 'getIssue',
      method: 'GET',
      path: '/api/issues/:id',
      summary: 'One issue with its columns and articles',
      audit: null,
      schema: { params, response: { 200: Issue } },
      handler: ({ params: { id } }) => getIssue(db, id),
    }),
    defineRoute({
      ...common,
      operationId: 'getIssueHtml',
      method: 'GET',
      path: '/api/issues/:id/html',
      summary: 'The issue as a page to read',
      audit: null,
      schema: { params, response: { 200: { mediaTypes: ['text/html'] } } },
      handler: async ({ params: { id }, reply }) => {
        const bulletin = await composeBulletin(typesetting, await getIssue(db, id))
        return reply
          .type('text/html; charset=utf-8')
          .header('cache-control', 'no-store')
          .send(await typesetting.html(bulletin, { standalone: true }))
      },
    }),
    defineRoute({
      ...common,
      operationId: 'downloadIssue',
      method: 'GET',
      path: '/api/issues/:id/file',
      summary: 'The issue as PDF, DOCX, HTML or text',
      audit: null,
      perMinute: 120,
      schema: {
        params,
        query: DownloadQuery,
        response: { 200: { mediaTypes: Object.values(mediaTypes).map(type => type.split(';')[0]!) } },
      },
      handler: async ({ params: { id }, query, reply }) => {
        const file = await downloadIssue(services, await getIssue(db, id), query)
        return reply
          .type(file.mediaType)
          .header('content-disposition', attachment(file.name))
          .header('cache-control', 'no-store')
          .send(file.bytes)
      },
    }),
    defineRoute({
      ...common,
      operationId: 'chooseIssueLayout',
      method: 'POST',
      path: '/api/issues/:id/layout',
      summary: 'Set the issue as a bulletin or as a magazine',
      audit: 'issue.layout',
      schema: { params, body: LayoutChoice, response: { 200: IssueSummary } },
      handler: ({ params: { id }, body: { layout }, act }) => act(id, tx => chooseLayout(tx, id, layout)),
    }),
    defineRoute({
      ...common,
      operationId: 'publishIssue',
      method: 'POST',
      path: '/api/issues/:id/publish',
      summary: 'Put the issue on the public site',
      audit: 'issue.publish',
      schema: { params, response: { 200: IssueSummary } },
      handler: ({ params: { id }, act }) => act(id, tx => publishIssue(tx, clock, id)),
    }),
    defineRoute({
      ...common,
      operationId: 'withdrawIssue',
      method: 'POST',
      path: '/api/issues/:id/withdraw',
      summary: 'Take the issue off the public site',
      audit: 'issue.withdraw',
      schema: { params, response: { 200: IssueSummary } },
      handler: ({ params: { id }, act }) => act(id, tx => withdrawIssue(tx, id)),
    }),
  ]
}
