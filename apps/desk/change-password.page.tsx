import { accountTexts } from './account/account.texts.ts'
import { PasswordForm } from './account/password-form.tsx'
import { BeforeDesk } from './before-desk.tsx'
import { useSession } from './session.context.ts'

/** A one-time password, or one that has grown too old, lets nobody further than this page. */
export default function ChangePasswordPage() {
  const t = accountTexts.useTexts()
  const { passwordLapsed, mustChangePassword } = useSession().user
  return (
    <BeforeDesk
      title={t('changePassword')}
      note={passwordLapsed && mustChangePassword ? t('lapsedNote') : t('oneTimeNote')}
    >
      <PasswordForm submit={t('saveAndGoOn')} />
    </BeforeDesk>
  )
}
