import { EmptyState, holdsRole, useHeldRoles } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { receivers } from '../receivers.ts'
import { findTexts } from './find.texts.ts'

/** Nothing was accepted yet: who may bring manuscripts in is led there, others are told who does. */
export function EmptyArchive() {
  const t = findTexts.useTexts()
  const receives = holdsRole(useHeldRoles(), receivers)
  return (
    <EmptyState
      title={t('emptyArchive')}
      action={receives ? <Link to="/documents">{t('goDocuments')}</Link> : null}
    >
      {t(receives ? 'emptyArchiveWords' : 'emptyArchiveReader')}
    </EmptyState>
  )
}
