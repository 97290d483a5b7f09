import { chainHead } from '@jianbao/platform/audit'
import type { Database } from '@jianbao/platform/db'
import { attachment, defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import { AuditChain, AuditDetail, AuditExport, AuditPage, AuditQuery } from '../../contract/index.ts'
import { exportCsv, exportSheet } from './export-audit.ts'
import { getAuditEntry, listAudit } from './list-audit.ts'
import { getAuditChain, Verifier, verifyAudit } from './verify-audit.ts'

const params = Type.Object(
  { id: Type.String({ pattern: '^[1-9][0-9]{0,14}$' }) },
  { additionalProperties: false },
)
const common = { tags: ['audit'], access: ['auditor'] } as const
const media = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** `anchors` is the file in which the server keeps hashes of the chain. */
export function auditRoutes({ db, anchors }: { db: Database; anchors: string }): Route[] {
  const verifier = new Verifier(db, anchors)
  const standing = async () => ({ head: await chainHead(db), running: verifier.running })
  return [
    defineRoute({
      ...common,
      operationId: 'listAudit',
      method: 'GET',
      path: '/api/audit',
      summary: 'The audit trail, newest first, one page',
      audit: null,
      schema: { query: AuditQuery, response: { 200: AuditPage } },
      handler: ({ query, read }) => read((tx, scope) => listAudit(tx, scope, query)),
    }),
    defineRoute({
      ...common,
      operationId: 'getAuditChain',
      method: 'GET',
      path: '/api/audit/chain',
      summary: 'How the chain stands and when it was verified',
      audit: null,
      schema: { response: { 200: AuditChain } },
      handler: async ({ read }) => {
        const stands = await standing()
        return read((tx, scope) => getAuditChain(tx, scope, stands))
      },
    }),
    defineRoute({
      ...common,
      operationId: 'getAuditEntry',
      method: 'GET',
      path: '/api/audit/:id',
      summary: 'One entry with what changed',
      audit: null,
      schema: { params, response: { 200: AuditDetail } },
      handler: ({ params: { id }, read }) => read((tx, scope) => getAuditEntry(tx, scope, Number(id))),
    }),
    defineRoute({
      ...common,
      operationId: 'verifyAudit',
      method: 'POST',
      path: '/api/audit/verify',
      summary: 'Walk the whole chain; answered when it was walked, progress stands in the chain',
      audit: 'audit.verify',
      perMinute: 20,
      schema: { response: { 200: AuditChain } },
      handler: async ({ read, act }) => {
        await verifyAudit(verifier, act)
        const stands = await standing()
        return read((tx, scope) => getAuditChain(tx, scope, stands))
      },
    }),
    defineRoute({
      ...common,
      operationId: 'exportAudit',
      method: 'POST',
      path: '/api/audit/export',
      summary: 'All entries the filters show as a workbook or CSV',
      audit: 'audit.export',
      perMinute: 20,
      schema: { body: AuditExport, response: { 200: { mediaTypes: Object.values(media) } } },
      handler: async ({ body: { format, ...filters }, read, act, language, reply }) => {
        const asked = { filters, language, head: await chainHead(db) }
        await act(null, async (_tx, _scope, entry) => {
          entry.after = { format, ...filters, upTo: asked.head.id }
        })
        const name = language === 'en' ? 'audit trail' : '审计记录'
        return reply
          .type(media[format])
          .header('content-disposition', attachment(`${name}.${format}`))
          .header('cache-control', 'no-store')
          .send(format === 'csv' ? exportCsv(read, asked) : exportSheet(read, asked))
      },
    }),
  ]
}
