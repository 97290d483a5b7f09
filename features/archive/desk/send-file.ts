/** One file to the server, a ZIP as a batch; XMLHttpRequest, because fetch cannot tell how much of a body has gone out. */
import { readProblem } from '@jianbao/client'
import { languageChoice, offlineProblem } from '@jianbao/ui'
import type { Batch, UploadAnswer } from '../contract/index.ts'
import type { SendAnswer } from './upload-desk.ts'

export function sendFile(
  file: File,
  onSent: (part: number) => void,
  signal: AbortSignal,
): Promise<SendAnswer> {
  const zip = isZip(file)
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    const offline = () => reject(offlineProblem())
    xhr.open('POST', zip ? '/api/batches' : '/api/documents')
    xhr.setRequestHeader('accept-language', languageChoice())
    xhr.upload.onprogress = event => {
      if (event.lengthComputable && event.total > 0) onSent(event.loaded / event.total)
    }
    xhr.onload = () => {
      const { status, responseText } = xhr
      readAnswer(status, responseText)
        .then(body => (zip ? { batch: body as Batch } : (body as UploadAnswer)))
        .then(resolve, reject)
    }
    xhr.onerror = offline
    xhr.onabort = offline
    signal.addEventListener('abort', () => xhr.abort())
    const form = new FormData()
    form.set('file', file, file.name)
    xhr.send(form)
  })
}

/** By its name: what is inside decides the server, and a DOCX is a ZIP too. */
function isZip(file: File): boolean {
  return /\.zip$/i.test(file.name)
}

async function readAnswer(status: number, body: string): Promise<unknown> {
  const response = new Response(body, { status })
  if (!response.ok) throw await readProblem(response)
  return response.json()
}
