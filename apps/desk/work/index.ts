/** The first page of everybody: what waits for them. */
import { HomeOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { workTexts } from './work.texts.ts'

export const texts = [workTexts]

export const routes: readonly DeskRoute[] = [{ path: '/', page: () => import('./work.page.tsx') }]

export const menu: readonly DeskMenuItem[] = [
  { path: '/', label: 'menu', namespace: workTexts.namespace, icon: HomeOutlined, group: 'work', bar: 1 },
]
