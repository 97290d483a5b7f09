/** What a person was told while they were elsewhere. */
import { BellOutlined } from '@ant-design/icons'
import { type DeskMenuItem, type DeskRoute, flagParam, integerParam, present } from '@jianbao/ui'
import type { NoticeSearch } from './notice.queries.ts'
import { noticeTexts } from './notice.texts.ts'

export const texts = [noticeTexts]

export const routes: readonly DeskRoute[] = [
  { path: '/notices', page: () => import('./notice-list.page.tsx'), search: readNoticeSearch },
]

export const menu: readonly DeskMenuItem[] = [
  {
    path: '/notices',
    label: 'menu',
    namespace: noticeTexts.namespace,
    icon: BellOutlined,
    group: 'work',
    deskOnly: true,
  },
]

export function readNoticeSearch(search: Record<string, unknown>): NoticeSearch {
  return present({
    unread: flagParam(search['unread']) || undefined,
    page: integerParam(search['page'], 1, 100_000),
  })
}
