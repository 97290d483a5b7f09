import { Select } from 'antd'
import type { FormCampaign, FormPeriod, FormTask, ReportDraft } from '../../contract/index.ts'
import { FieldFrame } from './field-frame.tsx'
import styles from './form.module.css'
import { formTexts } from './form.texts.ts'
import { useFaultWords } from './use-fault-words.ts'
import type { FormTools } from './use-form.ts'

/** For which campaign, task and period: what is open, late or locked, and what the unit has done for it already. */
export function TaskField({ tools }: { tools: FormTools }) {
  const t = formTexts.useTexts()
  const { form, campaign, draft, change, lit, onLight } = tools
  const problem = useFaultWords()(tools, 'task')
  const task = campaign?.tasks.find(({ id }) => id === draft.taskId) ?? null
  const period = task?.periods.find(({ no }) => no === draft.periodNo) ?? null
  const choose = (next: Partial<ReportDraft>) => change(now => ({ ...now, ...next }))
  const chooseTask = (id: string) => {
    const chosen = campaign?.tasks.find(other => other.id === id) ?? null
    choose({ taskId: chosen?.id ?? null, periodNo: chosen ? likelyPeriod(chosen) : null })
  }
  return (
    <>
      {form.campaigns.length > 1 || (form.campaigns.length > 0 && !campaign) ? (
        <FieldFrame id="campaign" label={t('campaign')} lit={false} onLight={onLight}>
          {control => (
            <Select
              id={control}
              aria-label={t('campaign')}
              value={campaign?.id ?? null}
              options={form.campaigns.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={campaignId => choose({ campaignId, taskId: null, periodNo: null, type: null })}
            />
          )}
        </FieldFrame>
      ) : null}
      <FieldFrame
        id="task"
        label={t('task')}
        problem={problem}
        hint={task?.purpose ?? (campaign ? null : t('noCampaign'))}
        lit={lit === 'task'}
        onLight={onLight}
      >
        {control => (
          <div className={styles['pair']}>
            <Select
              id={control}
              aria-label={t('task')}
              virtual={false}
              value={draft.taskId ?? ''}
              options={taskOptions(campaign, t)}
              onChange={chooseTask}
            />
            {task && task.periods.length > 1 ? (
              <Select
                aria-label={t('period')}
                value={draft.periodNo}
                placeholder={t('choosePeriod')}
                options={task.periods
                  .filter(({ state }) => state !== 'coming')
                  .reverse()
                  .map(other => ({
                    value: other.no,
                    label: <PeriodLine period={other} needed={task.needed} />,
                  }))}
                onChange={periodNo => choose({ periodNo })}
              />
            ) : null}
          </div>
        )}
      </FieldFrame>
      {task && period ? <PeriodNote task={task} period={period} campaign={campaign} /> : null}
    </>
  )
}

/** In one row without heads, where screen readers lose their way; what is taken now comes first. */
function taskOptions(campaign: FormCampaign | null, t: ReturnType<typeof formTexts.useTexts>) {
  const tasks = campaign?.tasks ?? []
  const nameOf = ({ name, required }: FormTask) => (required ? name : t('chosenTask', { name }))
  const later = tasks.filter(task => !isTaken(task))
  return [
    { value: '', label: t('noTask') },
    ...tasks
      .filter(isTaken)
      .sort((one, other) => Number(other.required) - Number(one.required))
      .map(task => ({ value: task.id, label: nameOf(task) })),
    ...later.map(task => {
      const key = task.periods.some(({ state }) => state === 'locked') ? 'taskLocked' : 'taskComing'
      return { value: task.id, label: t(key, { name: nameOf(task) }) }
    }),
  ]
}

function isTaken({ periods }: FormTask): boolean {
  return periods.some(({ state }) => state === 'open' || state === 'late')
}

/** What is most likely meant: the oldest that is still taken and lacks something, else the newest that is taken. */
function likelyPeriod({ periods, needed }: FormTask): number | null {
  const taken = periods.filter(({ state }) => state === 'open' || state === 'late')
  const lacking = taken.filter(({ waiting, proven }) => waiting + proven < needed)
  return (lacking[0] ?? taken.at(-1) ?? (periods.length === 1 ? periods[0] : undefined))?.no ?? null
}

function PeriodLine({ period, needed }: { period: FormPeriod; needed: number }) {
  const t = formTexts.useTexts()
  const done = period.waiting + period.proven >= needed
  return (
    <span className={styles['periodLine']}>
      {period.name}
      <span data-state={done ? 'done' : period.state}>
        {done ? t('periodDone') : t(`period.${period.state}`)}
      </span>
    </span>
  )
}

type PeriodNoteProps = {
  readonly task: FormTask
  readonly period: FormPeriod
  readonly campaign: FormCampaign | null
}

function PeriodNote({ task, period, campaign }: PeriodNoteProps) {
  const t = formTexts.useTexts()
  const { state, dueDay, lockDay, openUntil, waiting, proven } = period
  const done = waiting + proven > 0 ? t('periodHas', { waiting, proven, needed: task.needed }) : ''
  const who = campaign?.openers.join('、') ?? ''
  const words =
    state === 'locked'
      ? t('lockedNote', { due: dueDay, since: lockDay ?? '', who })
      : openUntil && state === 'late'
        ? t('openedNote', { due: dueDay, until: openUntil })
        : t(state === 'late' ? 'lateNote' : 'openNote', { due: dueDay })
  return (
    <p
      className={styles['periodNote']}
      data-state={state}
      {...(state === 'locked' ? { role: 'status' } : {})}
    >
      {[words, done].filter(Boolean).join(' ')}
    </p>
  )
}
