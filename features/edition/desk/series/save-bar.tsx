import { ProblemNotice } from '@jianbao/ui'
import { Button } from 'antd'
import styles from './series.module.css'
import { seriesTexts } from './series.texts.ts'
import type { SeriesForm } from './use-series-form.ts'

/** Stays at the foot of the window while there is something to save. */
export function SaveBar({ form }: { readonly form: SeriesForm }) {
  const t = seriesTexts.useTexts()
  const { editable, isChanged, faults, busy, error, isSaved, save, discard } = form
  if (!editable) return null
  return (
    <div className={styles['saveBar']} {...(isChanged || error ? { 'data-open': '' } : {})}>
      {error ? <ProblemNotice error={error} /> : null}
      <div className={styles['saveLine']}>
        <span role="status">
          {isChanged
            ? faults.length > 0
              ? faults.map(fault => t(`fault.${fault}`)).join('；')
              : t('unsaved')
            : isSaved
              ? t('saved')
              : ''}
        </span>
        {isChanged || error ? (
          <>
            <Button onClick={discard}>{t(error ? 'reload' : 'discard')}</Button>
            <Button type="primary" loading={busy} disabled={faults.length > 0 || !isChanged} onClick={save}>
              {t('save')}
            </Button>
          </>
        ) : null}
      </div>
    </div>
  )
}
