import { type Column, DataTable } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { Campaign, Task } from '../../contract/index.ts'
import { campaignTexts } from '../campaign.texts.ts'
import { RequiredTag, useTaskWords } from './campaign-words.tsx'
import styles from './plan.module.css'
import { Bound } from './plan-timeline.tsx'

/** The plan as a table: what is asked of whom, by when, on what ground. */
export function PlanTable({ campaign, tasks }: { campaign: Campaign; tasks: readonly Task[] }) {
  const t = campaignTexts.useTexts()
  const words = useTaskWords()
  const { today } = campaign
  const name = (task: Task) => (
    <Link to="/tasks/$id" params={{ id: task.id }} className={styles['name']}>
      {task.name}
    </Link>
  )
  const bound = (task: Task) => (
    <>
      <Bound task={task} />
      <span className={styles['soft']}>{words.bounds(task)}</span>
    </>
  )
  const columns: Column<Task>[] = [
    { key: 'task', title: t('column_task'), fixed: true, cell: name },
    { key: 'kind', title: t('column_kind'), cell: task => <RequiredTag required={task.required} /> },
    {
      key: 'stage',
      title: t('column_stage'),
      cell: task => task.stageName ?? t('noStage'),
      className: styles['stage'],
    },
    { key: 'rhythm', title: t('column_rhythm'), cell: task => words.rhythm(task, today) },
    { key: 'bound', title: t('column_bound'), cell: bound, className: styles['bound'] },
    { key: 'lead', title: t('column_lead'), cell: task => task.lead ?? '' },
    { key: 'done', title: t('column_done'), cell: task => words.done(task) },
    { key: 'basis', title: t('column_basis'), cell: task => task.basis ?? '' },
  ]
  if (!tasks.length) return <p>{t('noTasks')}</p>
  return (
    <div className={styles['wide']}>
      <DataTable
        label={t('tasks')}
        name="campaign.plan"
        rows={tasks}
        rowKey={task => task.id}
        columns={columns}
        selected={-1}
        card={task => (
          <div className={styles['card']}>
            <p>
              {name(task)} <RequiredTag required={task.required} />
            </p>
            <p>{words.rhythm(task, today)}</p>
            <p>{words.done(task)}</p>
            <p>{bound(task)}</p>
            <p className={styles['soft']}>{[task.lead, task.basis].filter(Boolean).join(' · ')}</p>
          </div>
        )}
      />
    </div>
  )
}
