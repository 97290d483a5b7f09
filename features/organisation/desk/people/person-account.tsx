import { formatInstant, StateTag } from '@jianbao/ui'
import { Button } from 'antd'
import type { Person } from '../../contract/index.ts'
import styles from './person.module.css'
import { personTexts } from './person.texts.ts'
import type { Asking } from './person-dialogs.tsx'
import { Fact } from './person-facts.tsx'
import { AccountTag } from './person-words.tsx'

type PersonAccountProps = { readonly person: Person; readonly onAsk: (asking: Asking) => void }

const accountActs = ['open-account', 'reset-password', 'reset-second-factor', 'unlock', 'lock'] as const

/** Whether somebody can sign in, and what an administrator may do about it. */
export function PersonAccountCard({ person, onAsk }: PersonAccountProps) {
  const t = personTexts.useTexts()
  const acts = accountActs.filter(act => person.actions.includes(act))
  return (
    <section className={styles['box']} aria-labelledby="person-account">
      <div className={styles['boxHead']}>
        <h2 id="person-account">{t('account')}</h2>
        <AccountTag person={person} />
      </div>
      <AccountFacts person={person} />
      {acts.length > 0 ? (
        <div className={styles['acts']}>
          {acts.map(act => (
            <Button
              key={act}
              type={act === 'open-account' ? 'primary' : 'default'}
              danger={act === 'lock'}
              onClick={() => onAsk({ act })}
            >
              {t(`act.${act}`)}
            </Button>
          ))}
        </div>
      ) : null}
    </section>
  )
}

function AccountFacts({ person }: { person: Person }) {
  const t = personTexts.useTexts()
  const { account, username, state, actions } = person
  if (username === null)
    return (
      <p className={styles['soft']}>
        {t('noAccount')}{' '}
        {actions.includes('open-account') || state === 'left' ? null : t('noAccountGuardian')}
      </p>
    )
  if (state === 'left') return <p className={styles['soft']}>{t('accountLeft', { username })}</p>
  return (
    <>
      <dl className={styles['facts']} data-narrow>
        <Fact label={t('username')}>{username}</Fact>
        {account ? (
          <Fact label={t('secondFactor')}>
            {t(account.secondFactor ? 'secondFactorOn' : 'secondFactorOff')}
          </Fact>
        ) : null}
      </dl>
      {account?.mustChangePassword ? <StateTag tone="doubt">{t('oneTime')}</StateTag> : null}
      {account && account.failures > 0 ? (
        <StateTag tone="doubt">{t('failures', { count: account.failures })}</StateTag>
      ) : null}
      {account ? (
        <p className={styles['quiet']}>
          {account.lockedAt
            ? t('lockedAt', { at: formatInstant(account.lockedAt) })
            : t('opened', { at: formatInstant(account.openedAt) })}
        </p>
      ) : null}
    </>
  )
}
