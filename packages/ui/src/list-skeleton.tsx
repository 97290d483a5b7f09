import { Skeleton } from 'antd'
import { uiTexts } from './ui.texts.ts'

/** The shape of rows that are coming. */
export function ListSkeleton({ rows = 10 }: { rows?: number }) {
  const t = uiTexts.useTexts()
  return (
    <div aria-busy="true" aria-label={t('loading')} role="status">
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
    </div>
  )
}
