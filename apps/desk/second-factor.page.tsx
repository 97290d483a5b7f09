import { accountTexts } from './account/account.texts.ts'
import { FactorSetUp } from './account/factor-set-up.tsx'
import { BeforeDesk } from './before-desk.tsx'

/** Administrators do nothing here before they have a second factor. */
export default function SecondFactorPage() {
  const t = accountTexts.useTexts()
  return (
    <BeforeDesk title={t('factorBegin')} note={t('factorMust')} wide>
      <FactorSetUp />
    </BeforeDesk>
  )
}
