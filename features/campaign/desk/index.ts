/** The pages of the campaign room: plans, tasks, packs and commitments. */
import { CheckSquareOutlined, FileProtectOutlined, ScheduleOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { campaignKeepers, commitmentReaders, planReaders, taskDoers } from '../contract/index.ts'
import { campaignTexts } from './campaign.texts.ts'
import { commitmentTexts } from './commitment/commitment.texts.ts'
import { readCommitmentSearch } from './commitment/commitment-search.ts'
import { packTexts } from './pack/pack.texts.ts'
import { readCampaignSearch, readPlanSearch } from './plan/campaign-search.ts'
import { taskTexts } from './task/task.texts.ts'
import { readMyTasksSearch, readTaskSearch } from './task/task-search.ts'

export const texts = [campaignTexts, taskTexts, packTexts, commitmentTexts]

export const routes: readonly DeskRoute[] = [
  {
    path: '/campaigns',
    page: () => import('./plan/campaign-list.page.tsx'),
    search: readCampaignSearch,
    roles: planReaders,
  },
  {
    path: '/campaigns/$id',
    page: () => import('./plan/campaign.page.tsx'),
    search: readPlanSearch,
    roles: planReaders,
  },
  {
    path: '/campaign-packs',
    page: () => import('./pack/load-pack.page.tsx'),
    search: readMyTasksSearch,
    roles: campaignKeepers,
  },
  {
    path: '/tasks/$id',
    page: () => import('./task/task.page.tsx'),
    search: readTaskSearch,
    roles: planReaders,
  },
  {
    path: '/my-tasks',
    page: () => import('./task/my-tasks.page.tsx'),
    search: readMyTasksSearch,
    roles: planReaders,
  },
  {
    path: '/commitments',
    page: () => import('./commitment/commitment-list.page.tsx'),
    search: readCommitmentSearch,
    roles: commitmentReaders,
  },
  {
    path: '/commitments/$id',
    page: () => import('./commitment/commitment.page.tsx'),
    roles: commitmentReaders,
  },
]

export const menu: readonly DeskMenuItem[] = [
  {
    path: '/my-tasks',
    label: 'menu',
    namespace: taskTexts.namespace,
    icon: CheckSquareOutlined,
    group: 'report',
    roles: taskDoers,
    bar: 4,
  },
  {
    path: '/campaigns',
    label: 'menu',
    namespace: campaignTexts.namespace,
    icon: ScheduleOutlined,
    group: 'ledger',
    roles: planReaders,
    holds: ['/tasks', '/campaign-packs'],
    deskOnly: true,
  },
  {
    path: '/commitments',
    label: 'menu',
    namespace: commitmentTexts.namespace,
    icon: FileProtectOutlined,
    group: 'ledger',
    roles: commitmentReaders,
    deskOnly: true,
  },
]
