import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import type { CircularRecord } from '../../contract/index.ts'
import styles from './circular.module.css'
import { circularChangesQuery } from './circular.queries.ts'
import { circularTexts } from './circular.texts.ts'

/** Says that the data behind the figures changed since; to those who can do something about it. */
export function CircularChanged({ circular }: { readonly circular: CircularRecord }) {
  const t = circularTexts.useTexts()
  const words = useChangedWords(circular)
  if (!words) return null
  const next = circular.actions.includes('refresh') ? t('changedDraft') : t('changedIssued')
  return (
    <Alert
      className={styles['changed'] ?? ''}
      type="warning"
      showIcon
      title={t('changed')}
      description={`${words} ${next}`}
    />
  )
}

/** What is otherwise now, in words; null while nothing is, or the caller does not keep the circular. */
export function useChangedWords(circular: CircularRecord): string | null {
  const t = circularTexts.useTexts()
  const enabled = circular.actions.length > 0
  const { data } = useQuery({ ...circularChangesQuery(circular), enabled })
  if (!data || (data.units === 0 && data.totals.length === 0)) return null
  const list = data.totals.map(({ what, was, is }) => t(`changed.${what}`, { was, is }))
  return list.length > 0
    ? t('changedWords', { list: list.join(t('comma')), units: data.units })
    : t('changedUnits', { units: data.units })
}
