import { Problem } from '@jianbao/errors'
import { businessRoles, type Caller, type Read } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import type { FileCache, FileStore } from '@jianbao/platform/files'
import { attachment, defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  DownloadQuery,
  Issue,
  IssuePage,
  IssueQuery,
  IssueSeal,
  IssueSummary,
  LayoutChoice,
} from '../contract/index.ts'
import { aboutIssue } from './about-issue.ts'
import { chooseLayout } from './choose-layout.ts'
import { composeBulletin } from './compose-bulletin.ts'
import { downloadIssue, fileName, mediaTypes } from './download-issue.ts'
import { checkForms, findFrozen, isSealKept, readForm } from './frozen-issue.ts'
import { viewSummary } from './issue.view.ts'
import { publishers, rightsOf } from './issue-rights.ts'
import { getIssue, listIssues } from './list-issues.ts'
import { publishIssue, withdrawIssue } from './publish-issue.ts'
import type { Typesetting } from './typesetting.port.ts'

/** No database among them: what a caller asks for is read and changed through `read` and `act` of the route. */
export type BulletinServices = {
  clock: Clock
  typesetting: Typesetting
  cache: FileCache
  /** Forms of issues made at the desk, as they were issued. */
  issues: FileStore
}

const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const common = { tags: ['bulletin'], access: businessRoles } as const

export function bulletinRoutes(services: BulletinServices): Route[] {
  const { clock, typesetting, issues } = services
  type Asked = { caller: Caller | null; read: Read }
  const read = ({ caller, read }: Asked, id: string): Promise<Issue> =>
    read((tx, scope) => getIssue(tx, scope, id, rightsOf(caller?.person ?? null)))
  const readWhole = ({ caller, read }: Asked, id: string) =>
    read(async (tx, scope) => {
      const issue = await getIssue(tx, scope, id, rightsOf(caller?.person ?? null))
      return { issue, frozen: issue.origin === 'composed' ? await findFrozen(tx, scope, issue) : null }
    })
  return [
    defineRoute({
      ...common,
      operationId: 'listIssues',
      method: 'GET',
      path: '/api/issues',
      summary: 'Issues, one page',
      audit: null,
      schema: { query: IssueQuery, response: { 200: IssuePage } },
      handler: ({ query, caller, read }) =>
        read((tx, scope) => listIssues(tx, scope, query, rightsOf(caller?.person ?? null))),
    }),
    defineRoute({
      ...common,
      operationId: 'getIssue',
      method: 'GET',
      path: '/api/issues/:id',
      summary: 'One issue with its columns and articles',
      audit: null,
      schema: { params, response: { 200: Issue } },
      handler: context => read(context, context.params.id),
    }),
    defineRoute({
      ...common,
      operationId: 'getIssueHtml',
      method: 'GET',
      path: '/api/issues/:id/html',
      summary: 'The issue as a page to read',
      audit: null,
      schema: { params, response: { 200: { mediaTypes: ['text/html'] } } },
      handler: async context => {
        const { issue, frozen } = await readWhole(context, context.params.id)
        const kept = frozen?.files.html
        const html = kept
          ? Buffer.from(await readForm(issues, kept))
          : await typesetting.html(await composeBulletin(typesetting, issue), { standalone: true })
        return context.reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html)
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
      handler: async context => {
        const { issue, frozen } = await readWhole(context, context.params.id)
        const { format } = context.query
        // What was issued stays as it was: nothing of how it is set can be chosen any more.
        const kept = frozen?.files[format]
        const file = kept
          ? {
              name: fileName(issue, format),
              mediaType: mediaTypes[format],
              bytes: Buffer.from(await readForm(issues, kept)),
            }
          : await downloadIssue(services, issue, context.query)
        return context.reply
          .type(file.mediaType)
          .header('content-disposition', attachment(file.name))
          .header('cache-control', 'no-store')
          .send(file.bytes)
      },
    }),
    defineRoute({
      ...common,
      operationId: 'getIssueSeal',
      method: 'GET',
      path: '/api/issues/:id/seal',
      summary: 'Who signed an issue made at the desk, and whether its forms and its signature are whole',
      audit: null,
      perMinute: 120,
      schema: { params, response: { 200: IssueSeal } },
      handler: async context => {
        const { frozen, kept } = await context.read(async (tx, scope) => {
          const issue = await getIssue(tx, scope, context.params.id, rightsOf(context.caller!.person))
          const frozen = await findFrozen(tx, scope, issue)
          return { frozen, kept: frozen !== null && (await isSealKept(tx, frozen)) }
        })
        if (!frozen) throw new Problem('not-found')
        const { signedName, signedAt, chainHead } = frozen
        const at = signedAt === null ? null : new Date(signedAt).toISOString()
        return { signedName, signedAt: at, chainHead, kept, forms: await checkForms(issues, frozen) }
      },
    }),
    defineRoute({
      ...common,
      access: publishers,
      operationId: 'chooseIssueLayout',
      method: 'POST',
      path: '/api/issues/:id/layout',
      summary: 'Set the issue as a bulletin or as a magazine',
      audit: 'issue.layout',
      schema: { params, body: LayoutChoice, response: { 200: IssueSummary } },
      handler: ({ params: { id }, body: { layout }, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const row = await chooseLayout(tx, scope, id, layout)
          Object.assign(entry, { ...aboutIssue(row), after: { layout } })
          return viewSummary(row, rightsOf(caller!.person))
        }),
    }),
    defineRoute({
      ...common,
      access: publishers,
      operationId: 'publishIssue',
      method: 'POST',
      path: '/api/issues/:id/publish',
      summary: 'Put the issue on the public site',
      audit: 'issue.publish',
      schema: { params, response: { 200: IssueSummary } },
      handler: ({ params: { id }, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const row = await publishIssue(tx, scope, clock, id)
          Object.assign(entry, aboutIssue(row))
          return viewSummary(row, rightsOf(caller!.person))
        }),
    }),
    defineRoute({
      ...common,
      access: publishers,
      operationId: 'withdrawIssue',
      method: 'POST',
      path: '/api/issues/:id/withdraw',
      summary: 'Take the issue off the public site',
      audit: 'issue.withdraw',
      schema: { params, response: { 200: IssueSummary } },
      handler: ({ params: { id }, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const row = await withdrawIssue(tx, scope, id)
          Object.assign(entry, aboutIssue(row))
          return viewSummary(row, rightsOf(caller!.person))
        }),
    }),
  ]
}
