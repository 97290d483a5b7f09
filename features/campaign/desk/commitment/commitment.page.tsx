import { AbsentRecord, BackToList, ExportButton, formatInstant, isMissing, PageHeader } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Commitment } from '../../contract/index.ts'
import { commitmentQuery } from '../campaign.queries.ts'
import { useTaskWords } from '../plan/campaign-words.tsx'
import styles from './commitment.module.css'
import { commitmentTexts } from './commitment.texts.ts'
import { CommitmentStateTag } from './commitment-words.tsx'
import { SignDialog } from './sign-dialog.tsx'

export default function CommitmentPageFrame() {
  const t = commitmentTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const commitment = useQuery(commitmentQuery(id))
  if (commitment.data && !isMissing(commitment.error)) return <CommitmentPage commitment={commitment.data} />
  return (
    <AbsentRecord
      query={commitment}
      list="/commitments"
      title={t('menu')}
      back={t('back')}
      missing={t('missing')}
      goList={t('goList')}
    />
  )
}

/** A commitment to be read, and signed at its foot by the lead of its unit. */
function CommitmentPage({ commitment }: { commitment: Commitment }) {
  const t = commitmentTexts.useTexts()
  const { day } = useTaskWords()
  const [signing, setSigning] = useState(false)
  const { id, name, unitName, campaignName, state, untilDay, paragraphs, signedAt, signedByName } = commitment
  return (
    <>
      <PageHeader
        title={name}
        back={<BackToList to="/commitments">{t('back')}</BackToList>}
        note={
          <span className={styles['note']}>
            <CommitmentStateTag state={state} />
            <span>{unitName}</span>
            <span>{campaignName}</span>
            {signedAt ? null : <span>{t('until', { day: day(untilDay) })}</span>}
          </span>
        }
      />
      <article className={styles['paper']}>
        <h2>{name}</h2>
        {paragraphs.map((paragraph, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never move
          <p key={at}>{paragraph}</p>
        ))}
        <footer>
          {signedAt ? (
            <>
              <p className={styles['signed']}>
                <strong>{unitName}</strong>
                <span>{t('signedLine', { by: signedByName ?? '', at: formatInstant(signedAt) })}</span>
              </p>
              <p className={styles['hash']}>
                <span>{t('hash')}</span>
                <code>{commitment.signedSha256}</code>
                <span>{t('hashWords')}</span>
              </p>
            </>
          ) : (
            <p className={styles['soft']}>{t('issuedAt', { at: formatInstant(commitment.issuedAt) })}</p>
          )}
          <ExportButton path={`/api/commitments/${id}/text`} order={{}} label={t('text')} />
        </footer>
      </article>
      {commitment.actions.includes('sign') ? (
        <div className={styles['foot']}>
          <Button type="primary" size="large" onClick={() => setSigning(true)}>
            {t('sign')}
          </Button>
        </div>
      ) : null}
      {!commitment.actions.includes('sign') && !signedAt ? (
        <p className={styles['waits']}>{t('waits')}</p>
      ) : null}
      {signing ? <SignDialog commitment={commitment} onClose={() => setSigning(false)} /> : null}
    </>
  )
}
