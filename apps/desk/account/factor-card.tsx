import { ProblemNotice, StateTag } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useSession } from '../session.context.ts'
import styles from './account.module.css'
import { secondFactorQuery, useRenewCodes, useSwitchOffFactor } from './account.queries.ts'
import { accountTexts } from './account.texts.ts'
import { BackupCodes } from './backup-codes.tsx'
import { FactorSetUp } from './factor-set-up.tsx'
import { PasswordAsked } from './password-asked.tsx'

type Doing = 'begin' | 'renew-codes' | 'switch-off'

/** How the second factor stands, and what may be done about it. */
export function FactorCard() {
  const t = accountTexts.useTexts()
  const factor = useQuery(secondFactorQuery)
  const { secondFactorRequired } = useSession().user
  const [doing, setDoing] = useState<Doing | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const finish = (words: string) => {
    setDoing(null)
    setDone(words)
  }
  const start = (what: Doing) => {
    setDone(null)
    setDoing(what)
  }
  const cancel = () => setDoing(null)
  return (
    <section className={styles['card']} aria-labelledby="account-factor">
      <div className={styles['head']}>
        <h2 id="account-factor">{t('factor')}</h2>
        {factor.data ? (
          <StateTag tone={factor.data.on ? 'good' : 'quiet'}>
            {factor.data.on ? t('factorOn') : t('factorOff')}
          </StateTag>
        ) : null}
      </div>
      <p className={styles['cardNote']}>{t('factorNote')}</p>
      {done ? (
        <div className={styles['problem']}>
          <Alert type="success" showIcon role="status" title={done} />
        </div>
      ) : null}
      {factor.isError ? <ProblemNotice error={factor.error} onRetry={() => void factor.refetch()} /> : null}
      {factor.isPending ? <Skeleton active paragraph={{ rows: 1 }} title={false} /> : null}
      {factor.data && doing === null ? (
        <>
          {factor.data.backupCodes !== null ? <CodesLeft count={factor.data.backupCodes} /> : null}
          <div className={styles['actions']}>
            {factor.data.actions.includes('begin') ? (
              <Button onClick={() => start('begin')}>{t('factorBegin')}</Button>
            ) : null}
            {factor.data.actions.includes('renew-codes') ? (
              <Button onClick={() => start('renew-codes')}>{t('backupRenew')}</Button>
            ) : null}
            {factor.data.actions.includes('switch-off') ? (
              <Button danger onClick={() => start('switch-off')}>
                {t('factorSwitchOff')}
              </Button>
            ) : null}
          </div>
          {factor.data.on && secondFactorRequired ? (
            <p className={styles['cardNote']}>{t('factorKept')}</p>
          ) : null}
        </>
      ) : null}
      {doing === 'begin' ? (
        <FactorSetUp onDone={() => finish(t('factorSwitchedOn'))} onCancel={cancel} />
      ) : null}
      {doing === 'renew-codes' ? <RenewCodes onDone={cancel} /> : null}
      {doing === 'switch-off' ? (
        <SwitchOff onDone={() => finish(t('factorSwitchedOff'))} onCancel={cancel} />
      ) : null}
    </section>
  )
}

function CodesLeft({ count }: { count: number }) {
  const t = accountTexts.useTexts()
  if (count > 3) return <p className={styles['cardNote']}>{t('backupLeft', { count })}</p>
  return (
    <div className={styles['problem']}>
      <Alert type="warning" showIcon title={t('backupFew', { count })} />
    </div>
  )
}

function RenewCodes({ onDone }: { onDone: () => void }) {
  const t = accountTexts.useTexts()
  const renew = useRenewCodes()
  if (renew.data)
    return (
      <>
        <p className={styles['cardNote']}>{t('setUpBackupNote')}</p>
        <BackupCodes codes={renew.data.backupCodes} />
        <div className={styles['actions']}>
          <Button type="primary" onClick={onDone}>
            {t('backupKept')}
          </Button>
        </div>
      </>
    )
  return (
    <>
      <p className={styles['cardNote']}>{t('backupRenewNote')}</p>
      <PasswordAsked
        submit={t('backupRenew')}
        pending={renew.isPending}
        error={renew.error}
        onSubmit={password => renew.mutate(password)}
        onCancel={onDone}
      />
    </>
  )
}

function SwitchOff({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const t = accountTexts.useTexts()
  const off = useSwitchOffFactor()
  return (
    <>
      <p className={styles['cardNote']}>{t('factorSwitchOffNote')}</p>
      <PasswordAsked
        submit={t('factorSwitchOff')}
        danger
        pending={off.isPending}
        error={off.error}
        onSubmit={password => off.mutate(password, { onSuccess: onDone })}
        onCancel={onCancel}
      />
    </>
  )
}
