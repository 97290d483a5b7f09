import { searchArticles } from '@jianbao/archive/server'
import type { BulletinPagesServices } from '@jianbao/bulletin/public'
import { noScope } from '@jianbao/platform/access'
import type { FileCache, FileStore } from '@jianbao/platform/files'
import type { OfficeTypesetting } from './open-typesetting.ts'

/** What the public pages ask of other rooms. Visitors search as nobody: in what is published. */
export function openSite({
  typesetting,
  cache,
  files,
}: {
  typesetting: OfficeTypesetting
  cache: FileCache
  files: FileStore
}): BulletinPagesServices {
  return {
    typesetting,
    cache,
    readFile: sha256 => files.read(sha256),
    search: (read, { year, ...wish }) => {
      const days = year === undefined ? {} : { from: `${year}-01-01`, to: `${year}-12-31` }
      return read(tx => searchArticles(tx, noScope, { ...wish, ...days }, noScope))
    },
  }
}
