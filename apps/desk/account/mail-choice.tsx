import { byHandKind, type MailKind, mailKinds } from '@jianbao/ledger/contract'
import { ProblemNotice } from '@jianbao/ui'
import { Checkbox } from 'antd'
import { useState } from 'react'
import styles from './account.module.css'
import { accountTexts } from './account.texts.ts'
import { type MailWish, useChooseMail } from './mail.queries.ts'

type Choice = Pick<MailWish, 'daily' | 'muted'>

/** The daily digest and what it holds; every tick is shown and kept at once. */
export function MailChoice({ wish }: { wish: MailWish }) {
  const t = accountTexts.useTexts()
  const choose = useChooseMail()
  const [{ daily, muted }, setShown] = useState<Choice>(wish)
  const keep = (next: Choice) => {
    setShown(next)
    choose.mutate({ daily: next.daily, muted: next.muted }, { onError: () => setShown(wish) })
  }
  const tick = (kind: MailKind, wanted: boolean) => {
    const others = muted.filter(each => each !== kind)
    keep({ daily, muted: wanted ? others : [...others, kind] })
  }
  const box = (kind: MailKind) => (
    <Checkbox
      key={kind}
      checked={!muted.includes(kind)}
      disabled={kind !== byHandKind && !daily}
      onChange={event => tick(kind, event.target.checked)}
    >
      {t(`mailKind.${kind}`)}
    </Checkbox>
  )
  return (
    <>
      <fieldset className={styles['mailChoice']} aria-label={t('mailChoice')}>
        <Checkbox checked={daily} onChange={event => keep({ daily: event.target.checked, muted })}>
          {t('mailDaily')}
        </Checkbox>
        <div className={styles['mailKinds']}>{mailKinds.filter(kind => kind !== byHandKind).map(box)}</div>
        {box(byHandKind)}
      </fieldset>
      {choose.error ? (
        <div className={styles['problem']}>
          <ProblemNotice error={choose.error} />
        </div>
      ) : null}
    </>
  )
}
