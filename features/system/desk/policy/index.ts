import { SafetyCertificateOutlined } from '@ant-design/icons'
import { administratorRoles, type DeskMenuItem, type DeskRoute } from '@jianbao/ui'
import { policyTexts } from './policy.texts.ts'

export { policyTexts }

export const policyRoutes: readonly DeskRoute[] = [
  { path: '/security-policy', page: () => import('./policy.page.tsx'), roles: administratorRoles },
]

export const policyMenu: readonly DeskMenuItem[] = [
  {
    path: '/security-policy',
    label: 'menu',
    namespace: policyTexts.namespace,
    icon: SafetyCertificateOutlined,
    group: 'system',
    roles: administratorRoles,
  },
]
