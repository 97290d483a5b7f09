import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons'
import { useSession } from '../session.context.ts'
import styles from './account.module.css'
import { accountTexts } from './account.texts.ts'
import { meets } from './password-rules.ts'

/** What a new password needs, ticked off while one types; what only the server knows carries no tick. */
export function PasswordRuleList({ password }: { password: string }) {
  const t = accountTexts.useTexts()
  const { rules } = useSession()
  const lines = [
    {
      text: t('ruleLength', { count: rules.passwordLength }),
      met: meets.length(password, rules.passwordLength),
    },
    { text: t('ruleKinds'), met: meets.kinds(password) },
    { text: t('ruleName'), met: null },
    { text: t('ruleHistory', { count: rules.passwordHistory }), met: null },
  ]
  return (
    <ul className={styles['rules']}>
      {lines.map(({ text, met }) => (
        <li key={text} data-met={met === true}>
          {met ? <CheckCircleFilled aria-label={t('ruleMet')} /> : <MinusCircleOutlined aria-hidden="true" />}
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}
