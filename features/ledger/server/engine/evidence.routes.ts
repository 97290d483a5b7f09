import { localDay } from '@jianbao/platform/clock'
import { attachment, defineRoute, type Route, receiveUpload } from '@jianbao/platform/http'
import { Type } from 'typebox'
import { ItemProve, ItemReason, LedgerItem, ledgerReaders, partRoles } from '../../contract/index.ts'
import type { EngineServices } from './engine.services.ts'
import { findProofFile, proveByFile, proveByReports, withdrawEvidence } from './evidence.ts'
import { viewItem } from './item.view.ts'
import { isShown, mediaTypeOf, proofTypes } from './media-type.ts'

const closed = { additionalProperties: false }
const id = Type.String({ format: 'uuid' })
const params = Type.Object({ id }, closed)
const proofParams = Type.Object({ id, evidenceId: id }, closed)
/** Photos of a phone, scans, tables. */
const limitBytes = 20 * 1024 * 1024
const FileQuery = Type.Object(
  {
    version: Type.Integer({ minimum: 0 }),
    note: Type.Optional(Type.String({ maxLength: 200 })),
  },
  closed,
)

/** 佐证材料: reports and files. */
export function evidenceRoutes({ clock, proofs }: EngineServices): Route[] {
  const common = { tags: ['ledger'], access: partRoles.unit } as const
  const today = () => localDay(clock.now())
  return [
    defineRoute({
      ...common,
      operationId: 'proveLedgerItem',
      method: 'POST',
      path: '/api/ledger-items/:id/evidence',
      summary: 'Put reports to the proof of an item',
      audit: 'ledger.prove',
      schema: { params, body: ItemProve, response: { 200: LedgerItem } },
      handler: ({ params: { id: itemId }, body, act, caller }) =>
        act(itemId, async (tx, scope, entry) => {
          const asker = { scope, person: caller!.person, now: clock.now(), today: today() }
          await proveByReports(tx, asker, { id: itemId, ...body }, entry)
          return viewItem(tx, asker, itemId)
        }),
    }),
    defineRoute({
      ...common,
      operationId: 'addLedgerProof',
      method: 'POST',
      path: '/api/ledger-items/:id/evidence-files',
      summary: 'Put a file to the proof of an item',
      audit: 'ledger.prove',
      upload: { field: 'file' },
      schema: { params, query: FileQuery, response: { 200: LedgerItem } },
      handler: async ({ params: { id: itemId }, query, request, read, act, caller }) => {
        // Before a byte is taken: who may not see it sends nothing here.
        await read((tx, scope) => viewItem(tx, { scope, person: caller!.person, today: today() }, itemId))
        const { fileName, file } = await receiveUpload(request, proofs, { field: 'file', limitBytes })
        try {
          const mediaType = mediaTypeOf(await file.head(16))
          return await act<LedgerItem>(itemId, async (tx, scope, entry) => {
            const asker = { scope, person: caller!.person, now: clock.now(), today: today() }
            const proof = { sha256: file.sha256, name: fileName, mediaType, bytes: file.sizeBytes }
            await proveByFile(tx, asker, { id: itemId, ...query, file: proof }, entry)
            await file.keep()
            return viewItem(tx, asker, itemId)
          })
        } finally {
          await file.discard()
        }
      },
    }),
    defineRoute({
      ...common,
      operationId: 'withdrawLedgerProof',
      method: 'POST',
      path: '/api/ledger-items/:id/evidence/:evidenceId/withdraw',
      summary: 'Take a piece of proof back; it stays in the story',
      audit: 'ledger.withdraw-proof',
      schema: { params: proofParams, body: ItemReason, response: { 200: LedgerItem } },
      handler: ({ params: { id: itemId, evidenceId }, body, act, caller }) =>
        act(itemId, async (tx, scope, entry) => {
          const asker = { scope, person: caller!.person, now: clock.now(), today: today() }
          await withdrawEvidence(tx, asker, { id: itemId, evidenceId, ...body }, entry)
          return viewItem(tx, asker, itemId)
        }),
    }),
    defineRoute({
      ...common,
      access: ledgerReaders,
      operationId: 'getLedgerProof',
      method: 'GET',
      path: '/api/ledger-items/:id/evidence/:evidenceId/file',
      summary: 'A file of the proof, as it was sent',
      audit: null,
      schema: { params: proofParams, response: { 200: { mediaTypes: proofTypes } } },
      handler: async ({ params: { id: itemId, evidenceId }, read, reply }) => {
        const file = await read((tx, scope) => findProofFile(tx, scope, { id: itemId, evidenceId }))
        return reply
          .headers({
            'content-type': file.mediaType,
            'content-length': String(file.bytes),
            'content-disposition': isShown(file.mediaType) ? 'inline' : attachment(file.name),
            'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
            'x-content-type-options': 'nosniff',
            'cache-control': 'private, max-age=3600',
          })
          .send(proofs.stream(file.sha256))
      },
    }),
  ]
}
