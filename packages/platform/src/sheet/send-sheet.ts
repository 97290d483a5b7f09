import type { Readable } from 'node:stream'
import { attachment, type RouteContext } from '../http/index.ts'

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a route that answers with a workbook declares as its response. */
export const sheetResponse = { 200: { mediaTypes: [mediaType] } }

type Reply = RouteContext<{ response: Record<number, never> }>['reply']

/** Answers with a workbook as a download under `name` (with its ending); nobody on the way keeps a copy. */
export function sendSheet(reply: Reply, name: string, book: Readable | Uint8Array): Reply {
  return reply
    .type(mediaType)
    .header('content-disposition', attachment(name))
    .header('cache-control', 'no-store')
    .send(book)
}
