import { Skeleton } from 'antd'
import { unitTexts } from './unit.texts.ts'

/** The shape of what is coming. */
export function Waiting({ rows }: { rows: number }) {
  const t = unitTexts.useTexts()
  return (
    <div aria-busy="true" aria-label={t('loading')} role="status">
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
    </div>
  )
}
