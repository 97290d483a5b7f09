import { formatCount, ProblemNotice, ProgressBar, StateTag } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { AuditChain } from '../../contract/index.ts'
import styles from './audit.module.css'
import { auditChainQuery, useVerification } from './audit.queries.ts'
import { auditTexts } from './audit.texts.ts'
import { formatSecond } from './format-second.ts'

/** How the chain stands, what the last walk found, and the button that walks it. */
export function ChainState() {
  const t = auditTexts.useTexts()
  const verification = useVerification()
  const busy = verification.isPending
  const chain = useQuery(auditChainQuery(busy))
  const error = verification.error ?? chain.error
  return (
    <section className={styles['chain']} aria-label={t('chainTitle')}>
      <div className={styles['chainLine']}>
        {chain.data ? <Standing chain={chain.data} /> : null}
        <Button onClick={() => verification.mutate()} loading={busy} disabled={busy}>
          {t('verify')}
        </Button>
      </div>
      <div aria-live="polite">
        {busy ? (
          <Walk running={chain.data?.running ?? null} />
        ) : chain.data ? (
          <Found chain={chain.data} />
        ) : null}
      </div>
      {error ? <ProblemNotice error={error} /> : null}
    </section>
  )
}

function Standing({ chain: { head, verified } }: { chain: AuditChain }) {
  const t = auditTexts.useTexts()
  const state = verified ? (verified.fault ? 'broken' : 'whole') : 'unchecked'
  const tone = { broken: 'bad', whole: 'good', unchecked: 'quiet' } as const
  return (
    <p className={styles['standing']}>
      <StateTag tone={tone[state]}>{t(state)}</StateTag>
      <span title={head.hash}>
        {head.id
          ? t('chainHead', { id: formatCount(head.id), hash: `${head.hash.slice(0, 12)}…` })
          : t('chainNone')}
      </span>
    </p>
  )
}

function Found({ chain: { verified } }: { chain: AuditChain }) {
  const t = auditTexts.useTexts()
  if (!verified) return <p className={styles['quiet']}>{t('verifiedNever')}</p>
  const { fault, checked, anchors } = verified
  const told = { at: formatSecond(verified.at), by: verified.by ?? '', checked: formatCount(checked) }
  if (!fault)
    return (
      <p className={styles['quiet']}>
        {anchors ? t('verifiedAnchors', { ...told, anchors: formatCount(anchors) }) : t('verified', told)}
      </p>
    )
  return (
    <div role="alert" className={styles['fault']}>
      <strong>
        {t('foundAt', told)}
        {t(`fault.${fault.kind}`, { id: formatCount(fault.id), checked: told.checked })}
      </strong>
      <p>{t('faultHelp')}</p>
    </div>
  )
}

function Walk({ running }: Pick<AuditChain, 'running'>) {
  const t = auditTexts.useTexts()
  if (!running?.total) return <p className={styles['quiet']}>{t('verifyingStart')}</p>
  const { checked, total } = running
  const words = t('verifying', { checked: formatCount(checked), total: formatCount(total) })
  return (
    <div className={styles['walk']}>
      <ProgressBar part={checked / total} label={words} />
      <span>{words}</span>
    </div>
  )
}
