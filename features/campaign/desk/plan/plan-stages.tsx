import { Link } from '@tanstack/react-router'
import type { Campaign, Task } from '../../contract/index.ts'
import { campaignTexts } from '../campaign.texts.ts'
import { RequiredTag, useTaskWords } from './campaign-words.tsx'
import { Bound } from './plan-timeline.tsx'
import styles from './timeline.module.css'
import { isOn, placeOn, tasksByStage } from './timeline.ts'

/** The same on a phone: one stage under the other, with how much of it is over. */
export function PlanStages({ campaign, tasks }: { campaign: Campaign; tasks: readonly Task[] }) {
  const t = campaignTexts.useTexts()
  const words = useTaskWords()
  const { today } = campaign
  return (
    <section className={styles['stages']} aria-label={t('timeline')}>
      {tasksByStage(campaign, tasks).map(({ stage, tasks: own }) => {
        const scale = { from: stage?.fromDay ?? campaign.fromDay, to: stage?.toDay ?? campaign.toDay }
        return (
          <section key={stage?.id ?? 'none'}>
            <div className={styles['stageHead']}>
              <h2>{stage?.name ?? t('noStage')}</h2>
              {stage && isOn(scale, today) ? <span className={styles['now']}>{t('stageNow')}</span> : null}
            </div>
            <p className={styles['span']}>
              {t('stageSpan', { from: words.day(scale.from), to: words.day(scale.to) })}
            </p>
            <div className={styles['gone']} aria-hidden="true">
              <i style={{ width: `${placeOn(scale, today, true)}%` }} />
            </div>
            {own.length ? (
              <ul>
                {own.map(task => (
                  <li key={task.id}>
                    <Link to="/tasks/$id" params={{ id: task.id }}>
                      {task.name}
                    </Link>
                    <p>
                      <RequiredTag required={task.required} />
                      <span>{words.rhythm(task, today)}</span>
                      <Bound task={task} />
                    </p>
                  </li>
                ))}
              </ul>
            ) : (
              <p className={styles['span']}>{t('noTasks')}</p>
            )}
          </section>
        )
      })}
    </section>
  )
}
