import { readForm } from '@jianbao/bulletin/server'
import { Problem } from '@jianbao/errors'
import { attachment, defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import type { DistributionServices } from './distribution.services.ts'
import { confirmReceipt, findByToken } from './receipt.store.ts'

const tags = ['public']
const params = Type.Object(
  { token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) },
  { additionalProperties: false },
)

/** What somebody outside does with the link of a letter: fetch the file, confirm that it came. */
export function receiptRoutes({ clock, files }: DistributionServices): Route[] {
  return [
    defineRoute({
      tags,
      access: 'anyone',
      operationId: 'downloadByLetter',
      method: 'GET',
      path: '/deliveries/:token/file',
      summary: 'The PDF of an issue, for whoever got its letter',
      audit: null,
      perMinute: 30,
      schema: { params, response: { 200: { mediaTypes: ['application/pdf'] } } },
      handler: async ({ params: { token }, read, reply }) => {
        const row = await read(tx => findByToken(tx, token))
        const pdf = row?.files['pdf']
        if (!row || !pdf) throw new Problem('not-found')
        return reply
          .type('application/pdf')
          .header('content-disposition', attachment(`${row.issueName}.pdf`))
          .header('cache-control', 'private, no-store')
          .send(Buffer.from(await readForm(files, pdf)))
      },
    }),
    defineRoute({
      tags,
      access: 'anyone',
      operationId: 'confirmByLetter',
      method: 'POST',
      path: '/deliveries/:token/confirm',
      summary: 'Confirm that an issue came, by the link of its letter; goes back to the page',
      audit: 'delivery.confirm',
      perMinute: 30,
      schema: { params, response: { 303: Type.Null() } },
      handler: async ({ params: { token }, act, reply }) => {
        await act(
          (row: { id: string }) => row.id,
          async (tx, _scope, entry) => {
            const row = await findByToken(tx, token)
            if (!row) throw new Problem('not-found')
            entry.words = row.issueName
            entry.unitId = row.unitId
            entry.after = { recipient: row.name }
            if (row.acknowledgedAt === null) await confirmReceipt(tx, row, clock.now())
            return { id: row.id }
          },
        )
        return reply.status(303).header('location', `/deliveries/${token}`).send()
      },
    }),
  ]
}
