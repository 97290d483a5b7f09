import { PageHeader } from '@jianbao/ui'
import { groupTexts } from './group.texts.ts'

export default function GroupListPage() {
  const t = groupTexts.useTexts()
  return <PageHeader title={t('menu')} />
}
