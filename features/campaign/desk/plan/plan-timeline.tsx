import { Link } from '@tanstack/react-router'
import type { Campaign, Task } from '../../contract/index.ts'
import { campaignTexts } from '../campaign.texts.ts'
import { RequiredTag, useTaskWords } from './campaign-words.tsx'
import styles from './timeline.module.css'
import { isOn, monthsOf, placeOn, type Scale, tasksByStage } from './timeline.ts'

type PlanTimelineProps = { readonly campaign: Campaign; readonly tasks: readonly Task[] }

const percent = (value: number): string => `${value.toFixed(3)}%`

/** Stages as bands along the year, their tasks below with a mark at each deadline, and today as a line through all. */
export function PlanTimeline({ campaign, tasks }: PlanTimelineProps) {
  const t = campaignTexts.useTexts()
  const { shortDay } = useTaskWords()
  const { today, fromDay, toDay } = campaign
  const scale = { from: fromDay, to: toDay }
  return (
    <section className={styles['timeline']} aria-label={t('timeline')}>
      <div className={styles['row']} aria-hidden="true">
        <span />
        <div className={styles['months']}>
          {monthsOf(scale).map(({ key, month, left, width }) => (
            <span key={key} style={{ insetInlineStart: percent(left), width: percent(width) }}>
              {t('monthShort', { month })}
            </span>
          ))}
          {isOn(scale, today) ? (
            <span
              className={styles['todayWord']}
              style={{ insetInlineStart: percent(placeOn(scale, today)) }}
            >
              {t('todayIs', { day: shortDay(today, today) })}
            </span>
          ) : null}
        </div>
      </div>
      {tasksByStage(campaign, tasks).map(({ stage, tasks: own }) => (
        <div key={stage?.id ?? 'none'} className={styles['stage']}>
          <div className={styles['row']}>
            <div className={styles['stageName']}>
              <h2>{stage?.name ?? t('noStage')}</h2>
              {stage && isOn({ from: stage.fromDay, to: stage.toDay }, today) ? (
                <span className={styles['now']}>{t('stageNow')}</span>
              ) : null}
            </div>
            <Track scale={scale} today={today}>
              <span
                className={styles['band']}
                data-past={stage !== null && stage.toDay < today}
                style={span(scale, stage?.fromDay ?? fromDay, stage?.toDay ?? toDay)}
              >
                {stage
                  ? t('stageSpan', { from: shortDay(stage.fromDay, today), to: shortDay(stage.toDay, today) })
                  : ''}
              </span>
            </Track>
          </div>
          <ul className={styles['tasks']}>
            {own.map(task => (
              <TaskRow key={task.id} task={task} scale={scale} today={today} />
            ))}
          </ul>
        </div>
      ))}
      {tasks.length === 0 ? <p>{t('noTasks')}</p> : null}
      <p className={styles['legend']}>
        {t('legend')}
        <i className={styles['mark']} data-past="true" aria-hidden="true" />
        {t('legendDone')}
        <i className={styles['mark']} aria-hidden="true" />
        {t('legendDue')}
      </p>
    </section>
  )
}

type TaskRowProps = { readonly task: Task; readonly scale: Scale; readonly today: string }

function TaskRow({ task, scale, today }: TaskRowProps) {
  const words = useTaskWords()
  const first = task.periods[0]
  const last = task.periods.at(-1)
  return (
    <li className={styles['row']}>
      <div className={styles['task']}>
        <Link to="/tasks/$id" params={{ id: task.id }}>
          {task.name}
        </Link>
        <p>
          <RequiredTag required={task.required} />
          <span>{words.rhythm(task, today)}</span>
          <Bound task={task} />
        </p>
      </div>
      <Track scale={scale} today={today}>
        {first && last ? (
          <i className={styles['bar']} style={span(scale, first.fromDay, last.dueDay)} />
        ) : null}
        {task.periods.map(period => (
          <i
            key={period.no}
            className={styles['mark']}
            data-past={period.dueDay < today}
            title={`${period.name} · ${words.day(period.dueDay)}`}
            style={{ insetInlineStart: percent(placeOn(scale, period.dueDay, true)) }}
          />
        ))}
      </Track>
    </li>
  )
}

/** How many of the caller's units a task binds; opens their list. */
export function Bound({ task }: { task: Task }) {
  const t = campaignTexts.useTexts()
  if (task.bound === 0) return <span className={styles['none']}>{t('boundNone')}</span>
  return (
    <Link to="/tasks/$id" params={{ id: task.id }} hash="units">
      {t('boundCount', { count: task.bound })}
    </Link>
  )
}

type TrackProps = { readonly scale: Scale; readonly today: string; readonly children: React.ReactNode }

/** The days a row stands over; what it shows is said in words beside it. */
function Track({ scale, today, children }: TrackProps) {
  return (
    <div className={styles['track']} aria-hidden="true">
      {isOn(scale, today) ? (
        <i className={styles['today']} style={{ insetInlineStart: percent(placeOn(scale, today)) }} />
      ) : null}
      {children}
    </div>
  )
}

function span(scale: Scale, from: string, to: string) {
  const left = placeOn(scale, from)
  return { insetInlineStart: percent(left), width: percent(placeOn(scale, to, true) - left) }
}
