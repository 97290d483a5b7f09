import { EmptyState, ListSkeleton, ProblemNotice, useFocusBack, usePaused, usePhone } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import type { CaseSuggestions } from '../contract/index.ts'
import styles from './case.module.css'
import { suggestionsQuery } from './case.queries.ts'
import { caseTexts } from './case.texts.ts'

type SuggestDrawerProps = { readonly text: string; readonly onClose: () => void }

/** The cases, with why they work and how to copy them; each opens in a tab of its own, beside what is being written. */
export default function SuggestDrawer({ text, onClose }: SuggestDrawerProps) {
  const t = caseTexts.useTexts()
  const phone = usePhone()
  const words = usePaused(text, 500)
  const found = useQuery({ ...suggestionsQuery(words), enabled: words.trim() !== '' })
  useFocusBack()
  const rows = found.data?.rows
  return (
    <Drawer open size={phone ? '100%' : 480} title={t('suggestTitle')} onClose={onClose}>
      <p className={styles['note']}>{t('suggestNote')}</p>
      {found.error ? <ProblemNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {words.trim() === '' ? <EmptyState title={t('suggestEmpty')} /> : null}
      {found.isLoading ? <ListSkeleton rows={4} /> : null}
      {rows?.length === 0 ? <EmptyState title={t('suggestNone')} /> : null}
      <ul className={styles['suggestions']}>
        {(rows ?? []).map(row => (
          <Suggestion key={row.id} row={row} />
        ))}
      </ul>
      <p>
        <Link to="/cases" target="_blank">
          {t('suggestAll')}
        </Link>
      </p>
    </Drawer>
  )
}

function Suggestion({ row }: { readonly row: CaseSuggestions['rows'][number] }) {
  const t = caseTexts.useTexts()
  return (
    <li>
      <h2>{row.title}</h2>
      <p className={styles['faint']}>{[row.sourceUnit, ...row.tags].filter(Boolean).join(' · ')}</p>
      {(['why', 'how'] as const).map(name => (
        <p key={name} className={styles['clamped']}>
          <strong>{t(name)}</strong> {row[name]}
        </p>
      ))}
      <p className={styles['faint']}>{t('shared', { words: row.shared.join('、') })}</p>
      <Link to="/cases/$id" params={{ id: row.id }} target="_blank">
        {t('openCase')}
      </Link>
    </li>
  )
}
