import { Button } from 'antd'
import styles from './inbox.module.css'
import { inboxTexts } from './inbox.texts.ts'
import type { TriageDesk } from './use-triage.ts'

/** What can be done with all selected reports; each goes by its own version, and what cannot be done is told. */
export function BulkBar({ desk, mayForward }: { desk: TriageDesk; mayForward: boolean }) {
  const t = inboxTexts.useTexts()
  const { chosen, setDialog } = desk
  if (!chosen.size) return null
  const may = (action: string) => [...chosen.values()].some(row => (row.actions as string[]).includes(action))
  return (
    <section className={styles['bulk']} aria-label={t('selected', { count: chosen.size })}>
      <strong>{t('selected', { count: chosen.size })}</strong>
      {may('adopt') ? <Button onClick={() => setDialog({ kind: 'column-many' })}>{t('adopt')}</Button> : null}
      {may('adopt') && chosen.size > 1 ? (
        <Button onClick={() => setDialog({ kind: 'together', ids: [...chosen.keys()] })}>
          {t('together')}
        </Button>
      ) : null}
      {may('accept') ? <Button onClick={() => desk.quickMany('accept')}>{t('accept')}</Button> : null}
      {may('keep') ? <Button onClick={() => desk.quickMany('keep')}>{t('keep')}</Button> : null}
      {may('return') ? (
        <Button onClick={() => setDialog({ kind: 'return-many' })}>{t('return')}</Button>
      ) : null}
      {mayForward && may('forward') ? (
        <Button onClick={() => setDialog({ kind: 'forward-many' })}>{t('forward')}</Button>
      ) : null}
      <Button type="link" onClick={() => desk.setChosen(new Map())}>
        {t('clearSelection')}
      </Button>
    </section>
  )
}
