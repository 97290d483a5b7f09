import { Problem } from '@jianbao/errors'
import { receiveUpload, type Upload } from '@jianbao/platform/http'
import { photoLimitMiB } from '../../contract/index.ts'
import type { PhotoServices } from './photo.services.ts'

/** What is wrong with a file is told in words of photos. */
export async function receivePhoto(
  { photos }: Pick<PhotoServices, 'photos'>,
  request: Parameters<typeof receiveUpload>[0],
): Promise<Upload> {
  try {
    return await receiveUpload(request, photos, { field: 'file', limitBytes: photoLimitMiB * 1024 * 1024 })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const file = String(error.details['file'] ?? '')
    if (error.code === 'file-too-large')
      throw new Problem('photo-too-large', { file, limitMiB: photoLimitMiB })
    if (error.code === 'file-empty') throw new Problem('photo-not-picture', { file, reason: '它是空文件' })
    throw error
  }
}
