import { BackToList, formatInstant, PageHeader, ProgressBar } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import type { Missive } from '../contract/index.ts'
import styles from './missive.module.css'
import { missiveTexts } from './missive.texts.ts'
import { MissiveState } from './missive-words.tsx'

type HeadProps = { readonly missive: Missive; readonly actions?: ReactNode; readonly children?: ReactNode }

/** What it is, how far it came, and whatever is to be known before anything is done with it. */
export function MissiveHead({ missive, actions, children }: HeadProps) {
  const t = missiveTexts.useTexts()
  const to =
    missive.kind === 'circular' ? t('wholeBelow', { name: missive.addresseeName }) : missive.addresseeName
  return (
    <>
      <PageHeader
        title={missive.title}
        back={<BackToList to="/missives">{t('back')}</BackToList>}
        note={
          <>
            <MissiveState missive={missive} />{' '}
            {[t(`kind.${missive.kind}`), missive.unitName, `→ ${to}`].join(' · ')}
            {missive.batch.all > 1 ? (
              <>
                {' · '}
                <Link className={styles['inText']} to="/missives" search={{ batch: missive.batchId }}>
                  {t('batchLink', { count: missive.batch.all })}
                </Link>
              </>
            ) : null}
          </>
        }
        actions={actions}
      />
      <div className={styles['notices']}>
        <Notices missive={missive} />
        {children}
      </div>
    </>
  )
}

function Notices({ missive }: { readonly missive: Missive }) {
  const t = missiveTexts.useTexts()
  const { state, batch, problem, number } = missive
  const at = (moment: string | null) => (moment ? formatInstant(moment) : '')
  return (
    <>
      {state === 'draft' && missive.returnReason ? (
        <Alert
          type="warning"
          showIcon
          title={t('returnedNote', { name: missive.returnedName ?? '', reason: missive.returnReason })}
        />
      ) : null}
      {state === 'waiting' ? (
        <Alert
          type="info"
          showIcon
          title={t('waitingNote', { name: missive.submittedName ?? '', at: at(missive.submittedAt) })}
        />
      ) : null}
      {number ? (
        <p className={styles['soft']}>
          {t('issuedNote', { number, name: missive.issuedName ?? '', at: at(missive.issuedAt) })}
        </p>
      ) : null}
      {state === 'recalled' ? (
        <Alert
          type="warning"
          showIcon
          title={t('recalledNote', {
            ...{ name: missive.recalledName ?? '', at: at(missive.recalledAt) },
            reason: missive.recallReason ?? '',
          })}
        />
      ) : null}
      {problem ? <Alert type="error" showIcon title={t('failedNote', { reason: problem })} /> : null}
      {state === 'issued' && problem === null && batch.delivered < batch.issued ? (
        <div role="status">
          {batch.issued === 1 ? (
            <Alert type="info" showIcon title={t('makingOne')} />
          ) : (
            <>
              <p className={styles['soft']}>{t('making', { done: batch.delivered, all: batch.issued })}</p>
              <ProgressBar
                part={batch.delivered / batch.issued}
                label={t('making', { done: batch.delivered, all: batch.issued })}
              />
            </>
          )}
        </div>
      ) : null}
    </>
  )
}
