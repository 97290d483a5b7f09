import { type Migration, readMigrations } from '../db/index.ts'

export { type NewNotice, notify } from './notify.ts'
export { countUnread, listNotices, type Notice, type NoticeList, readNotices } from './read-notices.ts'

export const noticeMigrations = (): Promise<Migration[]> =>
  readMigrations('notice', new URL('./migrations/', import.meta.url))
