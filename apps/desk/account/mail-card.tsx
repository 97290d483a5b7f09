import { ProblemNotice, StateTag } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Popconfirm, Skeleton } from 'antd'
import { useState } from 'react'
import styles from './account.module.css'
import { accountTexts } from './account.texts.ts'
import { type MailWish, mailQuery, useRemoveMail } from './mail.queries.ts'
import { MailAddressForm } from './mail-address-form.tsx'
import { MailChoice } from './mail-choice.tsx'
import { MailCode } from './mail-code.tsx'

/** Where one wants reminders to be mailed, and which. */
export function MailCard() {
  const t = accountTexts.useTexts()
  const mail = useQuery(mailQuery)
  const { data } = mail
  const on = data?.available && data.address !== null
  return (
    <section className={styles['card']} aria-labelledby="account-mail">
      <div className={styles['head']}>
        <h2 id="account-mail">{t('mail')}</h2>
        {data ? <StateTag tone={on ? 'good' : 'quiet'}>{on ? t('mailOn') : t('mailOff')}</StateTag> : null}
      </div>
      <p className={styles['cardNote']}>{t('mailNote')}</p>
      {mail.isError ? <ProblemNotice error={mail.error} onRetry={() => void mail.refetch()} /> : null}
      {mail.isPending ? <Skeleton active paragraph={{ rows: 1 }} title={false} /> : null}
      {data ? <Wish wish={data} /> : null}
    </section>
  )
}

function Wish({ wish }: { wish: MailWish }) {
  const t = accountTexts.useTexts()
  const [entering, setEntering] = useState(false)
  const [done, setDone] = useState<string | null>(null)
  const remove = useRemoveMail()
  const { available, address, pending, problem, actions } = wish
  const stop = actions.includes('remove') ? (
    <Popconfirm
      title={t('mailRemoveAsk')}
      okText={t('mailRemove')}
      cancelText={t('cancel')}
      onConfirm={() => remove.mutate(undefined, { onSuccess: () => setDone(t('mailRemoved')) })}
    >
      <Button loading={remove.isPending}>{address ? t('mailRemove') : t('mailGiveUp')}</Button>
    </Popconfirm>
  ) : null
  return (
    <>
      {available ? null : (
        <div className={styles['problem']}>
          <Alert type="info" showIcon title={t('mailNoServer')} />
        </div>
      )}
      {done ? (
        <div className={styles['problem']}>
          <Alert type="success" showIcon role="status" title={done} />
        </div>
      ) : null}
      {problem && available ? (
        <div className={styles['problem']}>
          <Alert type="warning" showIcon title={t('mailProblem')} description={t(`mailProblem.${problem}`)} />
        </div>
      ) : null}
      {remove.error ? <ProblemNotice error={remove.error} /> : null}
      {address ? (
        <p>
          {t('mailGoesTo')} <strong>{address}</strong>
        </p>
      ) : null}
      {pending && !entering ? (
        <MailCode
          pending={pending}
          onDone={() => setDone(t('mailConfirmed'))}
          onOther={() => setEntering(true)}
        >
          {stop}
        </MailCode>
      ) : null}
      {entering ? (
        <MailAddressForm
          onSent={() => {
            setDone(null)
            setEntering(false)
          }}
          onCancel={() => setEntering(false)}
        />
      ) : null}
      {actions.includes('choose') && !entering ? <MailChoice wish={wish} /> : null}
      {entering || pending ? null : (
        <div className={styles['actions']}>
          {actions.includes('set') ? (
            <Button
              onClick={() => {
                setDone(null)
                setEntering(true)
              }}
            >
              {address ? t('mailChange') : t('mailEnter')}
            </Button>
          ) : null}
          {stop}
        </div>
      )}
    </>
  )
}
