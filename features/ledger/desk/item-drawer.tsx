import { formatInstant, ListSkeleton, ProblemNotice, useFocusBack, usePhone } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import type { CoverageItem } from '../contract/index.ts'
import { type GapDeed, GapDialogs } from './gap-dialogs.tsx'
import type { Gap } from './gaps.ts'
import styles from './item-drawer.module.css'
import { itemQuery } from './ledger.queries.ts'
import { ledgerTexts } from './ledger.texts.ts'
import { Behind, DueWords, EntryState } from './state-words.tsx'

type ItemDrawerProps = { readonly id: string; readonly onClose: () => void }

/** The panel of a cell: a task of one unit, period by period, with what proves it and what was done about gaps. */
export function ItemDrawer({ id, onClose }: ItemDrawerProps) {
  const t = ledgerTexts.useTexts()
  const phone = usePhone()
  const item = useQuery(itemQuery(id))
  useFocusBack()
  const title = item.data ? `${item.data.unitName} · ${item.data.taskName}` : t('item')
  return (
    <Drawer open size={phone ? '100%' : 520} title={title} onClose={onClose}>
      {item.error ? <ProblemNotice error={item.error} onRetry={() => void item.refetch()} /> : null}
      {item.isPending ? <ListSkeleton rows={6} /> : null}
      {item.data ? <Panel item={item.data} /> : null}
    </Drawer>
  )
}

function Panel({ item }: { readonly item: CoverageItem }) {
  const t = ledgerTexts.useTexts()
  const [asked, setAsked] = useState<{ deed: GapDeed; gaps: readonly Gap[] } | null>(null)
  const facts = [
    t(item.required ? 'required' : 'optional'),
    item.lead ? `${t('lead')} ${item.lead}` : null,
    item.needed > 1 ? t('needed', { count: item.needed }) : null,
  ]
  return (
    <>
      <p className={styles['facts']}>{facts.filter(Boolean).join(' · ')}</p>
      {item.basis ? (
        <p className={styles['facts']}>
          {t('basis')} {item.basis}
        </p>
      ) : null}
      {item.bound ? null : <p className={styles['facts']}>{t('unbound')}</p>}
      <ol className={styles['periods']}>
        {item.periods.map(period => (
          <li key={period.no}>
            <Period
              period={period}
              actions={item.bound ? item.actions : []}
              taskId={item.taskId}
              onAsk={deed =>
                setAsked({ deed, gaps: [{ ...item, periodNo: period.no, periodName: period.name }] })
              }
            />
          </li>
        ))}
      </ol>
      {asked ? <GapDialogs {...asked} onClose={() => setAsked(null)} /> : null}
    </>
  )
}

type PeriodProps = {
  readonly period: CoverageItem['periods'][number]
  readonly actions: CoverageItem['actions']
  readonly taskId: string
  readonly onAsk: (deed: GapDeed) => void
}

const asking = ['remind', 'commission'] as const

function Period({ period, actions, taskId, onAsk }: PeriodProps) {
  const t = ledgerTexts.useTexts()
  const done = period.state === 'on-time' || period.state === 'late'
  // What came back is mended; a second report of the same would be one too many.
  const returned = period.pending.find(({ kind, state }) => kind === 'report' && state === 'returned')
  return (
    <>
      <div className={styles['head']}>
        <h2>{period.name ?? t('fromTo', { from: period.fromDay, to: period.dueDay })}</h2>
        <EntryState state={period.state} />
        {period.name ? <span className={styles['soft']}>{t('dueOn', { day: period.dueDay })}</span> : null}
        <DueWords {...period} />
      </div>
      <Behind {...period} />
      {period.reminders.length > 0 ? (
        <ul className={styles['reminders']} aria-label={t('history')}>
          {period.reminders.map(({ at, by }) => (
            <li key={at}>
              {t(by ? 'remindedBy' : 'remindedAuto', { day: formatInstant(at), name: by ?? '' })}
            </li>
          ))}
        </ul>
      ) : null}
      {period.locked && !done ? <p className={styles['soft']}>{t('locked')}</p> : null}
      {done || actions.length === 0 ? null : (
        <div className={styles['deeds']}>
          {actions.includes('report') && returned ? (
            <Link to="/reports/$id/edit" params={{ id: returned.id }}>
              <Button type="primary" size="small" tabIndex={-1}>
                {t('mend')}
              </Button>
            </Link>
          ) : actions.includes('report') && !period.locked ? (
            <Link to="/reports/new" search={{ new: true, taskId, periodNo: period.no }}>
              <Button type="primary" size="small" tabIndex={-1}>
                {t('report')}
              </Button>
            </Link>
          ) : null}
          {asking
            .filter(action => actions.includes(action))
            .map(action => (
              <Button
                key={action}
                size="small"
                disabled={action === 'commission' && period.locked}
                onClick={() => onAsk(action)}
              >
                {t(action)}
              </Button>
            ))}
        </div>
      )}
    </>
  )
}
