import { readProblem } from '@jianbao/client'
import { answer, api, languageChoice, offlineProblem } from '@jianbao/ui'
import { queryOptions } from '@tanstack/react-query'
import type { PictureAnswer, PictureList, SourcePhoto } from '../../contract/index.ts'
import { editionKey } from '../edition.queries.ts'

export function photosQuery(id: string) {
  return queryOptions({
    queryKey: [editionKey, 'photos', id],
    queryFn: ({ signal }): Promise<{ photos: SourcePhoto[] }> =>
      answer(api.GET('/api/editions/{id}/photos', { params: { path: { id } }, signal })),
  })
}

export const takePhoto = (id: string, { reportId, photoId }: SourcePhoto): Promise<PictureAnswer> =>
  answer(
    api.POST('/api/editions/{id}/pictures/from-report', {
      params: { path: { id } },
      body: { reportId, photoId },
    }),
  )

export const removePicture = (id: string, pictureId: string): Promise<PictureList> =>
  answer(api.DELETE('/api/editions/{id}/pictures/{pictureId}', { params: { path: { id, pictureId } } }))

export async function sendPicture(id: string, file: File): Promise<PictureAnswer> {
  const body = new FormData()
  body.set('file', file, file.name)
  const path = `/api/editions/${id}/pictures?pictureId=${crypto.randomUUID()}`
  const headers = { 'accept-language': languageChoice() }
  const response = await fetch(path, { method: 'POST', body, headers }).catch(() => {
    throw offlineProblem()
  })
  if (!response.ok) throw await readProblem(response)
  return (await response.json()) as PictureAnswer
}
