import { Skeleton } from 'antd'
import { groupTexts } from './group.texts.ts'

/** The shape of what is coming. */
export function Waiting({ rows }: { rows: number }) {
  const t = groupTexts.useTexts()
  return (
    <div aria-busy="true" aria-label={t('loading')} role="status">
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
    </div>
  )
}
