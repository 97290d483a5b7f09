import { Problem } from '@jianbao/errors'
import type { FastifyRequest } from 'fastify'
import type { FileStore, ReceivedFile } from '../files/index.ts'

/** What one upload carried: the name the person gave (a label, never a path) and the bytes, safe on disk. */
export type Upload = { readonly fileName: string; readonly file: ReceivedFile }

/** After the limit, this much more is read and thrown away so that the browser hears the answer. */
const drainBytes = 512 * 1024 * 1024

/**
 * Receives a multipart body with exactly one file in `field`, streaming it to disk.
 * Throws `bad-request` for any other form, `file-too-large` past `limitBytes`, `file-empty` for no bytes.
 */
export async function receiveUpload(
  request: FastifyRequest,
  files: FileStore,
  options: { field: string; limitBytes: number },
): Promise<Upload> {
  if (!request.isMultipart()) throw refused('请用 multipart/form-data 上传文件')
  let upload: Upload | null = null
  try {
    const parts = request.parts({
      limits: {
        fileSize: options.limitBytes + 1,
        files: 2,
        fields: 1,
        fieldSize: 1024,
        parts: 4,
        headerPairs: 50,
      },
    })
    for await (const part of parts) {
      if (part.type !== 'file') throw refused(`不应有字段“${label(part.fieldname)}”`)
      if (part.fieldname !== options.field) throw refused(`文件应放在字段“${options.field}”中`)
      if (upload) throw refused('一次只能上传一个文件')
      const fileName = label(printed(part.filename))
      const file = await files.receive(part.file, { limitBytes: options.limitBytes })
      upload = { fileName, file }
      if (file.cut || part.file.truncated)
        throw new Problem('file-too-large', {
          file: fileName,
          limitMiB: Math.floor(options.limitBytes / 1024 / 1024),
        })
      if (file.sizeBytes === 0) throw new Problem('file-empty', { file: fileName })
    }
    if (!upload) throw refused('没有文件')
    return upload
  } catch (error) {
    await (upload as Upload | null)?.file.discard()
    drain(request)
    throw isBrokenForm(error) ? refused('上传的内容不完整') : error
  }
}

/** The form parser throws plain errors; those of the file system carry a system call, Fastify's own a status. */
function isBrokenForm(error: unknown): boolean {
  return (
    !(error instanceof Problem) && error instanceof Error && !('syscall' in error) && !('statusCode' in error)
  )
}

function refused(reason: string): Problem {
  return new Problem('bad-request', { reason })
}

/** Browsers write these three characters of a file name, and no others, as %XX (HTML Standard, multipart/form-data). */
function printed(name: string | undefined): string | undefined {
  return name?.replace(/%22/g, '"').replace(/%0D/gi, '\r').replace(/%0A/gi, '\n')
}

/** The last part of whatever path the client sent, without control characters, at most 200 characters. */
export function label(name: string | undefined): string {
  const last = (name ?? '').toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '').trim()
  const short = clean.slice(0, 200).toWellFormed()
  return /^\.*$/.test(short) ? '未命名' : short
}

function drain(request: FastifyRequest): void {
  let leftBytes = drainBytes
  request.raw.on('data', (chunk: Buffer) => {
    leftBytes -= chunk.length
    if (leftBytes < 0) request.raw.destroy()
  })
  request.raw.resume()
}
