import type { TestApp } from './open-test-app.ts'
import { uploadBody } from './upload-body.ts'

/** What became of a file that was uploaded, read and accepted: its document and the issues it holds. */
export type AcceptedUpload = { readonly id: string; readonly issueIds: string[] }

/**
 * Uploads a file as an editor, waits until it is read and accepts it as it is.
 * Throws when it cannot be accepted.
 */
export async function acceptUpload(
  app: TestApp,
  content: string | Uint8Array,
  fileName = 'a.txt',
): Promise<AcceptedUpload> {
  const keeper = await app.as('editor')
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName, content }])
  const uploaded = await keeper.upload(payload, contentType)
  await app.archive.queue.idle()
  const url = `/api/documents/${uploaded.json().document.id}/review`
  const { version } = (await keeper.get(url)).json()
  const accepted = await keeper.post(`${url}/accept`, { version })
  if (accepted.statusCode !== 200) throw new Error(`${fileName} was not accepted: ${accepted.body}`)
  return accepted.json().document
}
