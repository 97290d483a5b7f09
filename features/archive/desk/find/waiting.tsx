import { Skeleton } from 'antd'
import { findTexts } from './find.texts.ts'

/** What is shown is the answer before: it stands back until the next one is here. */
export const staleWhen = (slow: boolean) => (slow ? { 'data-stale': '' } : {})

/** The shape of what is coming. */
export function Waiting({ rows }: { rows: number }) {
  const t = findTexts.useTexts()
  return (
    <div aria-busy="true" aria-label={t('loading')} role="status">
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
    </div>
  )
}
