import { EmptyState, PageHeader } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { deskTexts } from './desk.texts.ts'

export function PageMissing() {
  const t = deskTexts.useTexts()
  return (
    <>
      <PageHeader title={t('notFound')} />
      <EmptyState title="404" action={<Link to="/">{t('home')}</Link>}>
        {t('notFoundNote')}
      </EmptyState>
    </>
  )
}
