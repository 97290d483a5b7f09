import { AbsentRecord, isMissing, PageHeader } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { TaskDetail } from '../../contract/index.ts'
import { taskQuery } from '../campaign.queries.ts'
import { PeriodStateTag, RequiredTag, useTaskWords } from '../plan/campaign-words.tsx'
import { BoundUnits } from './bound-units.tsx'
import styles from './task.module.css'
import { taskTexts } from './task.texts.ts'

export default function TaskPageFrame() {
  const t = taskTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const task = useQuery(taskQuery(id))
  if (task.data && !isMissing(task.error)) return <TaskPage key={id} task={task.data} />
  return (
    <AbsentRecord
      query={task}
      list="/campaigns"
      title={t('task')}
      back={t('back')}
      missing={t('missing')}
      goList={t('goList')}
    />
  )
}

/** One task: what it asks, its periods, and the units it binds with what was opened for them. */
function TaskPage({ task }: { task: TaskDetail }) {
  const t = taskTexts.useTexts()
  const words = useTaskWords()
  const facts: readonly (readonly [Parameters<typeof t>[0], string | null])[] = [
    ['stage', task.stageName],
    ['lead', task.lead],
    ['basis', task.basis],
    ['purpose', task.purpose],
    ['done', words.done(task)],
    ['bound', words.bounds(task)],
  ]
  return (
    <>
      <PageHeader
        title={task.name}
        back={
          <Link to="/campaigns/$id" params={{ id: task.campaignId }}>
            ← {task.campaignName}
          </Link>
        }
        note={
          <span className={styles['note']}>
            <RequiredTag required={task.required} />
            <span>{words.rhythm(task, task.today)}</span>
            <span>{task.campaignUnitName}</span>
          </span>
        }
      />
      <div className={styles['page']}>
        <section className={styles['box']} aria-label={t('facts')}>
          <h2>{t('facts')}</h2>
          <dl className={styles['facts']}>
            {facts
              .filter(([, value]) => value)
              .map(([key, value]) => (
                <div key={key}>
                  <dt>{t(key)}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
          </dl>
        </section>
        <section className={styles['box']} aria-label={t('periods')}>
          <h2>{t('periods')}</h2>
          <ol className={styles['periods']}>
            {task.periods.map(period => (
              <li key={period.no} data-state={period.state}>
                <span className={styles['periodHead']}>
                  <strong>{period.name}</strong>
                  <PeriodStateTag state={period.state} />
                </span>
                <span className={styles['soft']}>
                  {t('due', { day: words.shortDay(period.dueDay, task.today) })}
                  {' · '}
                  {period.lockDay
                    ? t('lockedSince', { day: words.shortDay(period.lockDay, task.today) })
                    : t('never')}
                </span>
              </li>
            ))}
          </ol>
        </section>
      </div>
      <BoundUnits task={task} />
    </>
  )
}
