import type { Report } from '../../contract/index.ts'
import { reportTexts } from '../report.texts.ts'
import styles from './report.module.css'

type Stop = { readonly name: string; readonly state: 'done' | 'here' | 'ahead' }

/** Where it is now, in words: signed by its unit, at this desk, at that one, and what became of it. */
export function ReportWay({ report }: { report: Report }) {
  const t = reportTexts.useTexts()
  const stops = stopsOf(report, t)
  return (
    <ol className={styles['way']} aria-label={t('way')}>
      {stops.map(({ name, state }) => (
        <li key={name} data-state={state} {...(state === 'here' ? { 'aria-current': 'step' as const } : {})}>
          {name}
        </li>
      ))}
    </ol>
  )
}

function stopsOf(
  { state, steps, deskName, adoptions }: Report,
  t: ReturnType<typeof reportTexts.useTexts>,
): Stop[] {
  const inUnit = state === 'draft' || state === 'returned' || state === 'withdrawn'
  const write: Stop = { name: t(inUnit ? `state.${state}` : 'wayWrite'), state: inUnit ? 'here' : 'done' }
  const sign: Stop = {
    name: t('waySign'),
    state: state === 'review' ? 'here' : inUnit ? 'ahead' : 'done',
  }
  if (inUnit || state === 'review')
    return [write, sign, { name: t('wayDesk'), state: 'ahead' }, { name: t('wayEnd'), state: 'ahead' }]
  // Desks since it left its unit for the last time, in their order.
  const from = steps.findLastIndex(({ action }) => action === 'approve')
  const desks = [...new Set(steps.slice(Math.max(0, from)).flatMap(step => step.deskName ?? []))]
  const here = deskName ?? desks.at(-1)
  const settled = state === 'adopted' || state === 'kept'
  const live = adoptions.filter(({ revokedAt }) => revokedAt === null)
  const issue = live.find(adoption => adoption.issue)?.issue
  return [
    ...[write, sign],
    ...desks.map((name): Stop => ({ name, state: name === here && !settled ? 'here' : 'done' })),
    {
      name: issue ? t('wayRan', { issue: issue.name }) : t(settled ? `state.${state}` : 'wayEnd'),
      state: settled ? 'here' : 'ahead',
    },
  ]
}
