import { Button } from 'antd'
import { EmptyState } from './empty-state.tsx'
import { uiTexts } from './ui.texts.ts'

/** For a page number that lies behind the last row, kept in an old address. */
export function PastEnd({ total, onFirst }: { total: number; onFirst: () => void }) {
  const t = uiTexts.useTexts()
  return (
    <EmptyState title={t('pastEnd')} action={<Button onClick={onFirst}>{t('firstPage')}</Button>}>
      {t('pastEndNote', { total })}
    </EmptyState>
  )
}
