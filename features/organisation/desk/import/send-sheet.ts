/** One sheet to the server; XMLHttpRequest, because fetch cannot tell how much of a body has gone out. */
import { readProblem } from '@jianbao/client'
import { languageChoice, offlineProblem } from '@jianbao/ui'
import type { Import, ImportKind } from '../../contract/index.ts'

/** @param onSent hears the part sent, 0 to 1. @throws ProblemError */
export function sendSheet(
  kind: ImportKind,
  file: File,
  onSent: (part: number) => void,
  signal: AbortSignal,
): Promise<Import> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    const offline = () => reject(offlineProblem())
    xhr.open('POST', `/api/imports?kind=${kind}`)
    xhr.setRequestHeader('accept-language', languageChoice())
    xhr.upload.onprogress = event => {
      if (event.lengthComputable && event.total > 0) onSent(event.loaded / event.total)
    }
    xhr.onload = () => {
      readAnswer(xhr.status, xhr.responseText).then(resolve, reject)
    }
    xhr.onerror = offline
    xhr.onabort = offline
    signal.addEventListener('abort', () => xhr.abort())
    const form = new FormData()
    form.set('file', file, file.name)
    xhr.send(form)
  })
}

async function readAnswer(status: number, body: string): Promise<Import> {
  const response = new Response(body, { status })
  if (!response.ok) throw await readProblem(response)
  return response.json()
}
