import { formatInstant, formatSize, ListSkeleton, ProblemNotice, StateTag } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { IssueSeal } from '../contract/index.ts'
import { bulletinTexts } from './bulletin.texts.ts'
import styles from './issue.module.css'
import { issueSealQuery } from './issue.queries.ts'

const tones = { whole: 'good', changed: 'bad', missing: 'bad' } as const

/** Who signed an issue made at the desk, and that its files are to the byte what was issued. */
export function IssueSealCard({ id }: { readonly id: string }) {
  const t = bulletinTexts.useTexts()
  const seal = useQuery(issueSealQuery(id))
  return (
    <section className={styles['card']} aria-labelledby="issue-seal">
      <h2 id="issue-seal">{t('seal')}</h2>
      {seal.error ? <ProblemNotice error={seal.error} onRetry={() => void seal.refetch()} /> : null}
      {seal.isPending ? <ListSkeleton rows={3} /> : null}
      {seal.data ? <Seal seal={seal.data} /> : null}
      {seal.data ? (
        <Button size="small" loading={seal.isFetching} onClick={() => void seal.refetch()}>
          {t('verify')}
        </Button>
      ) : null}
      <p className={styles['course']} role="status">
        {seal.isFetchedAfterMount && seal.data && !seal.isFetching ? t('verified') : null}
      </p>
    </section>
  )
}

function Seal({ seal: { signedName, signedAt, chainHead, kept, forms } }: { readonly seal: IssueSeal }) {
  const t = bulletinTexts.useTexts()
  return (
    <>
      {signedName && signedAt ? (
        <p className={styles['note']}>{t('signedBy', { name: signedName, at: formatInstant(signedAt) })}</p>
      ) : null}
      <ul className={styles['forms']}>
        {forms.map(({ format, sizeBytes, state }) => (
          <li key={format}>
            <span>
              {t('formHash', { format: t(format), size: sizeBytes === null ? '–' : formatSize(sizeBytes) })}
            </span>
            <StateTag tone={tones[state]}>{t(`form.${state}`)}</StateTag>
          </li>
        ))}
      </ul>
      <details className={styles['hashes']}>
        <summary>{t('showHash')}</summary>
        {forms.map(({ format, sha256 }) => (
          <p key={format}>
            {t(format)} <code>{sha256}</code>
          </p>
        ))}
        {chainHead ? (
          <p>
            {t('chainHead')} <code>{chainHead}</code>
          </p>
        ) : null}
      </details>
      {chainHead ? (
        <p className={styles['note']}>
          <StateTag tone={kept ? 'good' : 'bad'}>{t(kept ? 'sealKept' : 'sealLost')}</StateTag>
        </p>
      ) : null}
    </>
  )
}
