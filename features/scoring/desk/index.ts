import { TrophyOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute, Texts } from '@jianbao/ui'
import { scoreReaders } from '../contract/index.ts'
import { circularMenu, circularRoutes, circularTexts } from './circular/index.ts'
import { scoringTexts } from './scoring.texts.ts'
import {
  readAccountSearch,
  readRankingSearch,
  readRecognitionSearch,
  readRulesSearch,
} from './scoring-search.ts'

export const texts: readonly Texts[] = [scoringTexts, circularTexts]

export const routes: readonly DeskRoute[] = [
  {
    path: '/scoring',
    page: () => import('./ranking.page.tsx'),
    search: readRankingSearch,
    roles: scoreReaders,
  },
  {
    path: '/scoring/units/$id',
    page: () => import('./account.page.tsx'),
    search: readAccountSearch,
    roles: scoreReaders,
  },
  {
    path: '/scoring/recognitions',
    page: () => import('./recognition-list.page.tsx'),
    search: readRecognitionSearch,
    roles: scoreReaders,
  },
  {
    path: '/scoring/rules',
    page: () => import('./rules.page.tsx'),
    search: readRulesSearch,
    roles: scoreReaders,
  },
  ...circularRoutes,
]

export const menu: readonly DeskMenuItem[] = [
  {
    path: '/scoring',
    label: 'menu',
    namespace: scoringTexts.namespace,
    icon: TrophyOutlined,
    group: 'report',
    roles: scoreReaders,
    deskOnly: true,
  },
  ...circularMenu,
]
