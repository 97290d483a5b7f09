import { searchArticles } from '@jianbao/archive/server'
import type { BulletinPagesServices } from '@jianbao/bulletin/public'
import { noScope } from '@jianbao/platform/access'
import type { FileCache, FileStore } from '@jianbao/platform/files'
import type { OfficeTypesetting } from './open-typesetting.ts'

/** What the public pages ask of other rooms. Visitors search as nobody: in what is published. */
export function openSite({
  typesetting,
  cache,
  forms,
  photos,
}: {
  typesetting: OfficeTypesetting
  cache: FileCache
  /** Issues as they were issued. */
  forms: FileStore
  photos: FileStore
}): BulletinPagesServices {
  return {
    typesetting,
    cache,
    forms,
    readPicture: sha256 => photos.read(sha256),
    search: (read, { year, ...wish }) => {
      const days = year === undefined ? {} : { from: `${year}-01-01`, to: `${year}-12-31` }
      return read(tx => searchArticles(tx, noScope, { ...wish, ...days }, noScope))
    },
  }
}
