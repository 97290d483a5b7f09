import { formatDay, listStyles, useLanguage } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CircularClass, CircularFigures, CircularRecord, CircularTask } from '../../contract/index.ts'
import styles from './circular.module.css'
import { circularTexts } from './circular.texts.ts'
import { CountLink } from './count-link.tsx'

/** The figures of the circular, each a link to the rows it counts. */
export function CircularData({ circular }: { readonly circular: CircularRecord }) {
  const t = circularTexts.useTexts()
  const { figures, campaignId, period } = circular
  const { totals, classes, tasks } = figures
  return (
    <div className={styles['data']}>
      <Part title={t('totals')}>
        <dl className={styles['totals']}>
          <div>
            <dt>{t('units')}</dt>
            <dd>{totals.units}</dd>
          </div>
          <div>
            <dt>{t('reported')}</dt>
            <dd>
              <CountLink
                count={totals.reported}
                search={{ what: 'reported' }}
                label={t('linkAll', { what: t('rows.reported'), count: totals.reported })}
              />
            </dd>
          </div>
          <div>
            <dt>{t('adopted')}</dt>
            <dd>
              <CountLink
                count={totals.adopted}
                search={{ what: 'adopted' }}
                label={t('linkAll', { what: t('rows.adopted'), count: totals.adopted })}
              />
            </dd>
          </div>
          <div>
            <dt>{t('rate')}</dt>
            <dd>{rateOf(totals)}</dd>
          </div>
        </dl>
      </Part>
      {classes.map(one => (
        <Part key={one.id} title={one.name}>
          <ClassTable one={one} score={{ campaign: campaignId, period }} />
        </Part>
      ))}
      <Part title={t('tasks')}>
        {tasks.length > 0 ? <TaskTable tasks={tasks} /> : <p className={styles['note']}>{t('noTasks')}</p>}
      </Part>
      <Part title={t('commissions')}>
        <Commissions figures={figures} />
      </Part>
    </div>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles['card']}>
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** The part that was adopted; of less reports than adoptions there is none. */
export function rateOf({
  reported,
  adopted,
}: {
  readonly reported: number
  readonly adopted: number
}): string {
  return reported === 0 || adopted > reported ? '—' : `${Math.round((adopted / reported) * 1000) / 10}%`
}

type ClassTableProps = {
  readonly one: CircularClass
  /** Of what and when the accounts of the units are shown. */
  readonly score: { readonly campaign: string; readonly period: string }
}

function ClassTable({ one, score }: ClassTableProps) {
  const t = circularTexts.useTexts()
  const scored = one.units.some(({ points }) => points !== null)
  return (
    <Scrolled label={one.name}>
      <thead>
        <tr>
          <th className={listStyles['number']}>{t('rank')}</th>
          <th>{t('name')}</th>
          <th className={listStyles['number']}>{t('reported')}</th>
          <th className={listStyles['number']}>{t('adopted')}</th>
          <th className={listStyles['number']}>{t('rate')}</th>
          {scored ? <th className={listStyles['number']}>{t('points')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {one.units.map(unit => (
          <tr key={unit.unitId}>
            <td className={listStyles['number']}>{unit.rank}</td>
            <td>{unit.name}</td>
            <td className={listStyles['number']}>
              <CountLink
                count={unit.reported}
                search={{ what: 'reported', unit: unit.unitId }}
                label={t('linkReported', { name: unit.name, count: unit.reported })}
              />
            </td>
            <td className={listStyles['number']}>
              <CountLink
                count={unit.adopted}
                search={{ what: 'adopted', unit: unit.unitId }}
                label={t('linkAdopted', { name: unit.name, count: unit.adopted })}
              />
            </td>
            <td className={listStyles['number']}>{rateOf(unit)}</td>
            {scored ? (
              <td className={listStyles['number']}>
                <Link
                  to="/scoring/units/$id"
                  params={{ id: unit.unitId }}
                  search={score}
                  aria-label={t('linkPoints', { name: unit.name, points: unit.points ?? '—' })}
                >
                  {unit.points ?? '—'}
                </Link>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Scrolled>
  )
}

const taskWhats = ['task', 'on-time', 'late', 'silent'] as const

function TaskTable({ tasks }: { readonly tasks: readonly CircularTask[] }) {
  const t = circularTexts.useTexts()
  const language = useLanguage()
  const countOf = (task: CircularTask, what: (typeof taskWhats)[number]): number =>
    ({ task: task.expected, 'on-time': task.onTime, late: task.late, silent: task.silentCount })[what]
  const heads = { task: t('expected'), 'on-time': t('onTime'), late: t('late'), silent: t('silent') }
  return (
    <Scrolled label={t('tasks')}>
      <thead>
        <tr>
          <th>{t('task')}</th>
          <th>{t('due')}</th>
          {taskWhats.map(what => (
            <th key={what} className={listStyles['number']}>
              {heads[what]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tasks.map(task => (
          <tr key={`${task.taskId} ${task.periodNo}`}>
            <td>{task.name}</td>
            <td className={styles['day']}>{formatDay(task.dueDay, language)}</td>
            {taskWhats.map(what => (
              <td key={what} className={listStyles['number']}>
                <CountLink
                  count={countOf(task, what)}
                  search={{ what, task: task.taskId, periodNo: task.periodNo }}
                  label={t('linkTask', { name: task.name, what: heads[what], count: countOf(task, what) })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Scrolled>
  )
}

function Commissions({ figures }: { readonly figures: CircularFigures }) {
  const t = circularTexts.useTexts()
  const { due, onTime, late, missed } = figures.commissions
  if (due === 0) return <p className={styles['note']}>{t('noCommissions')}</p>
  const sum = (list: readonly { count: number }[]) => list.reduce((all, { count }) => all + count, 0)
  const parts = [
    { name: t('commissionDue'), count: due, what: 'commission' },
    { name: t('commissionOnTime'), count: onTime, what: 'commission-on-time' },
    { name: t('commissionLate'), count: sum(late), what: 'commission-late' },
    { name: t('commissionMissed'), count: sum(missed), what: 'commission-missed' },
  ] as const
  return (
    <dl className={styles['totals']}>
      {parts.map(({ name, count, what }) => (
        <div key={what}>
          <dt>{name}</dt>
          <dd>
            <CountLink count={count} search={{ what }} label={t('linkCommission', { what: name, count })} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Wider than a phone it is moved sideways, by finger or by keyboard. */
function Scrolled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles['scrolled']} tabIndex={0} aria-label={label}>
      <table className={listStyles['table']}>{children}</table>
    </section>
  )
}
