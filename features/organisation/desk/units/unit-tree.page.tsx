import { PageHeader } from '@jianbao/ui'
import { unitTexts } from './unit.texts.ts'

export default function UnitTreePage() {
  const t = unitTexts.useTexts()
  return <PageHeader title={t('menu')} />
}
