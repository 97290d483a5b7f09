/** One file to the server; XMLHttpRequest, because fetch cannot tell how much of a body has gone out. */
import { ApiProblem, languageChoice, readProblem } from '@jianbao/ui'
import type { UploadAnswer } from '../contract/index.ts'

export function sendFile(
  file: File,
  onSent: (part: number) => void,
  signal: AbortSignal,
): Promise<UploadAnswer> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    const offline = () => reject(new ApiProblem('offline', 0, '', null))
    xhr.open('POST', '/api/documents')
    xhr.setRequestHeader('accept-language', languageChoice())
    xhr.upload.onprogress = event => {
      if (event.lengthComputable && event.total > 0) onSent(event.loaded / event.total)
    }
    xhr.onload = () => {
      if (xhr.status !== 200 && xhr.status !== 201) return reject(readProblem(xhr.status, xhr.responseText))
      try {
        resolve(JSON.parse(xhr.responseText) as UploadAnswer)
      } catch (cause) {
        reject(new ApiProblem('unexpected', xhr.status, '', null, cause))
      }
    }
    xhr.onerror = offline
    xhr.onabort = offline
    signal.addEventListener('abort', () => xhr.abort())
    const form = new FormData()
    form.set('file', file, file.name)
    xhr.send(form)
  })
}
