/** One file to the server; XMLHttpRequest, because fetch cannot tell how much of a body has gone out. */
import { readProblem } from '@jianbao/client'
import { languageChoice, offlineProblem } from '@jianbao/ui'

export function sendUpload<Answer>(
  path: string,
  file: Blob,
  name: string,
  onSent: (part: number) => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    const offline = () => reject(offlineProblem())
    xhr.open('POST', path)
    xhr.setRequestHeader('accept-language', languageChoice())
    xhr.upload.onprogress = event => {
      if (event.lengthComputable && event.total > 0) onSent(event.loaded / event.total)
    }
    xhr.onload = () => {
      const response = new Response(xhr.responseText, { status: xhr.status })
      if (response.ok) resolve(response.json() as Promise<Answer>)
      else readProblem(response).then(reject, reject)
    }
    xhr.onerror = offline
    xhr.onabort = offline
    const form = new FormData()
    form.set('file', file, name)
    xhr.send(form)
  })
}
