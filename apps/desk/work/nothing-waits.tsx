import { businessRoles, type DeskRole, EmptyState, holdsRole, useHeldRoles } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { workTexts } from './work.texts.ts'

/** What the holders of which roles begin with; the first that fits. */
const beginnings = [
  { roles: ['editor', 'reviser'], words: 'startDesk', to: '/documents', go: 'goDocuments' },
  { roles: ['system-administrator'], words: 'startOrganisation', to: '/units', go: 'goUnits' },
  { roles: ['security-administrator'], words: 'startSecurity', to: '/people', go: 'goPeople' },
  { roles: ['auditor'], words: 'startAudit', to: '/audit', go: 'goAudit' },
  { roles: ['inspector', 'coordinator'], words: 'startCoverage', to: '/coverage', go: 'goCoverage' },
  { roles: ['reporter', 'unit-lead'], words: 'startReport', to: '/my-tasks', go: 'goTasks' },
  { roles: businessRoles, words: 'startReading', to: '/search', go: 'goSearch' },
] as const satisfies readonly { roles: readonly DeskRole[]; words: string; to: string; go: string }[]

export function NothingWaits() {
  const t = workTexts.useTexts()
  const held = useHeldRoles()
  const beginning = beginnings.find(({ roles }) => holdsRole(held, roles))
  const words = held.length === 0 ? t('startNothing') : beginning ? t(beginning.words) : t('doneWords')
  return (
    <EmptyState
      title={t('done')}
      action={beginning ? <Link to={beginning.to}>{t(beginning.go)}</Link> : null}
    >
      {words}
    </EmptyState>
  )
}
