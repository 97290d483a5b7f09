import { sayRule } from '@jianbao/proofreading/contract'
import { useLanguage } from '@jianbao/ui'
import { App, Button } from 'antd'
import type { ProofFinding } from '../../contract/index.ts'
import { safeFindings } from './group-findings.ts'
import styles from './proof.module.css'
import { proofTexts } from './proof.texts.ts'
import type { ProofActs } from './use-proof-acts.tsx'

type MendAllProps = { readonly findings: readonly ProofFinding[]; readonly acts: ProofActs }

/** Mends at once what needs no reading; says first what and how many. */
export function MendAll({ findings, acts }: MendAllProps) {
  const t = proofTexts.useTexts()
  const language = useLanguage()
  const { modal } = App.useApp()
  const safe = safeFindings(findings)
  if (safe.length === 0) return null
  const items = new Set(safe.map(({ place }) => place.itemId)).size
  const kinds = [...Map.groupBy(safe, ({ rule }) => rule)]
  const ask = () =>
    modal.confirm({
      title: t('mendAllTitle', { count: safe.length }),
      content: (
        <>
          <p>{t('mendAllWords', { items })}</p>
          <ul className={styles['kinds']}>
            {kinds.map(([rule, list]) => (
              <li key={rule}>{t('mendAllKinds', { name: sayRule(rule, language), count: list.length })}</li>
            ))}
          </ul>
        </>
      ),
      okText: t('mend'),
      cancelText: t('cancel'),
      onOk: () => acts.mend(safe),
    })
  return (
    <Button size="small" type="primary" disabled={acts.busy} onClick={() => void ask()}>
      {t('mendAll', { count: safe.length })}
    </Button>
  )
}
