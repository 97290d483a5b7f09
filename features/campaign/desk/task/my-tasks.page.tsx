import { EmptyState, ListSkeleton, PageHeader, ProblemNotice, StateTag, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { unitTasksQuery } from '../campaign.queries.ts'
import { PeriodStateTag, RequiredTag, useTaskWords } from '../plan/campaign-words.tsx'
import { canReport, type DuePeriod, daysUntil, duePeriods } from './due-periods.ts'
import styles from './task.module.css'
import { taskTexts } from './task.texts.ts'
import type { MyTasksSearch } from './task-search.ts'

/** What a unit has to do: what can be reported now first, then what comes and what is past. */
export default function MyTasksPage() {
  const t = taskTexts.useTexts()
  const [{ unit }] = useFilters<MyTasksSearch>()
  const found = useQuery(unitTasksQuery(unit))
  const [all, setAll] = useState(false)
  const { soon, later } = duePeriods(found.data?.tasks ?? [])
  const today = found.data?.today ?? ''
  const unitId = found.data?.unit.id ?? ''
  return (
    <>
      <PageHeader
        title={t('menu')}
        note={found.data ? t('noteOf', { unit: found.data.unit.name }) : t('note')}
      />
      {found.error ? <ProblemNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <ListSkeleton /> : null}
      {found.data?.tasks.length === 0 ? <EmptyState title={t('none')}>{t('noneWords')}</EmptyState> : null}
      {found.data?.tasks.length ? (
        <>
          <h2 className={styles['group']}>
            {t('soon')} <span className={styles['count']}>{soon.length}</span>
          </h2>
          {soon.length ? null : <p className={styles['soft']}>{t('noSoon')}</p>}
          <ul className={styles['due']} aria-label={t('soon')}>
            {soon.map(due => (
              <DueCard key={`${due.task.id} ${due.period.no}`} due={due} today={today} unitId={unitId} />
            ))}
          </ul>
          {later.length ? (
            <>
              <h2 className={styles['group']}>
                <Button aria-expanded={all} onClick={() => setAll(!all)}>
                  {t('later')} {later.length}
                </Button>
              </h2>
              {all ? (
                <ul className={styles['due']} aria-label={t('later')}>
                  {later.map(due => (
                    <DueCard
                      key={`${due.task.id} ${due.period.no}`}
                      due={due}
                      today={today}
                      unitId={unitId}
                    />
                  ))}
                </ul>
              ) : null}
            </>
          ) : null}
        </>
      ) : null}
    </>
  )
}

type DueCardProps = { readonly due: DuePeriod; readonly today: string; readonly unitId: string }

function DueCard({ due: { task, period }, today, unitId }: DueCardProps) {
  const t = taskTexts.useTexts()
  const words = useTaskWords()
  const reportable = canReport(period)
  return (
    <li className={styles['dueCard']} data-state={period.state}>
      <div className={styles['dueWords']}>
        <p>
          <Link to="/tasks/$id" params={{ id: task.id }} className={styles['name']}>
            {task.name}
          </Link>
          {task.rhythm ? <strong className={styles['which']}>{period.name}</strong> : null}
        </p>
        <p className={styles['soft']}>
          <RequiredTag required={task.required} />
          <span>{words.done(task)}</span>
          {task.lead ? <span>{task.lead}</span> : null}
        </p>
        {task.purpose ? <p className={styles['purpose']}>{task.purpose}</p> : null}
      </div>
      <div className={styles['dueSide']}>
        <span>{t('due', { day: words.day(period.dueDay) })}</span>
        {period.standing === 'started' ? (
          <Link to="/reports" search={{ taskId: task.id }}>
            <StateTag tone="busy">{t('standing.started')}</StateTag>
          </Link>
        ) : null}
        <Urgency period={period} today={today} />
        {reportable ? (
          <Link to="/reports/new" search={{ unitId, taskId: task.id, periodNo: period.no }}>
            <Button type={period.standing === 'started' ? 'default' : 'primary'}>
              {t(period.standing === 'started' ? 'reportAgain' : 'report')}
            </Button>
          </Link>
        ) : null}
      </div>
    </li>
  )
}

/** How long there is still time, in a word with its colour. */
function Urgency({ period, today }: { period: DuePeriod['period']; today: string }) {
  const t = taskTexts.useTexts()
  const { day } = useTaskWords()
  const days = daysUntil(today, period.dueDay)
  if (period.standing === 'done') return <StateTag tone="good">{t('standing.done')}</StateTag>
  if (period.standing === 'done-late') return <StateTag tone="good">{t('standing.done-late')}</StateTag>
  if (period.openUntil && period.openUntil >= today && period.lockDay && period.lockDay <= today)
    return <StateTag tone="doubt">{t('openedUntil', { day: day(period.openUntil) })}</StateTag>
  if (period.state === 'locked')
    return <StateTag tone="bad">{t('lockedSince', { day: day(period.lockDay ?? '') })}</StateTag>
  if (period.state === 'coming') return <PeriodStateTag state="coming" />
  if (days < 0) return <StateTag tone="bad">{t('overdue', { days: -days })}</StateTag>
  if (days === 0) return <StateTag tone="doubt">{t('dueToday')}</StateTag>
  return <StateTag tone={days <= 7 ? 'doubt' : 'good'}>{t('dueIn', { days })}</StateTag>
}
