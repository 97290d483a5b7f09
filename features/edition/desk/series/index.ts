import { ProfileOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { seriesTexts } from './series.texts.ts'
import { readSeriesSearch } from './series-search.ts'

export { seriesTexts }

const roles = ['editor', 'reviser', 'signatory'] as const

export const seriesPages: readonly DeskRoute[] = [
  { path: '/series', page: () => import('./series-list.page.tsx'), search: readSeriesSearch, roles },
  { path: '/series/$id', page: () => import('./series.page.tsx'), roles },
]

export const seriesMenu: readonly DeskMenuItem[] = [
  {
    path: '/series',
    label: 'menu',
    namespace: seriesTexts.namespace,
    icon: ProfileOutlined,
    group: 'desk',
    roles,
    deskOnly: true,
  },
]
