/** One file to the server; XMLHttpRequest, because fetch cannot tell how much of a body has gone out. */
import { readProblem } from '@jianbao/client'
import { languageChoice, offlineProblem } from '@jianbao/ui'
import type { UploadAnswer } from '../contract/index.ts'

export function sendFile(
  file: File,
  onSent: (part: number) => void,
  signal: AbortSignal,
): Promise<UploadAnswer> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    const offline = () => reject(offlineProblem())
    xhr.open('POST', '/api/documents')
    xhr.setRequestHeader('accept-language', languageChoice())
    xhr.upload.onprogress = event => {
      if (event.lengthComputable && event.total > 0) onSent(event.loaded / event.total)
    }
    xhr.onload = () => {
      const { status, responseText } = xhr
      readAnswer(status, responseText).then(resolve, reject)
    }
    xhr.onerror = offline
    xhr.onabort = offline
    signal.addEventListener('abort', () => xhr.abort())
    const form = new FormData()
    form.set('file', file, file.name)
    xhr.send(form)
  })
}

async function readAnswer(status: number, body: string): Promise<UploadAnswer> {
  const response = new Response(body, { status })
  if (!response.ok) throw await readProblem(response)
  return (await response.json()) as UploadAnswer
}
