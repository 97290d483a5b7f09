import { FormField } from '@jianbao/ui'
import { Select } from 'antd'
import { type ContestRules, scorings, unitRankings, withdrawals } from '../../contract/index.ts'
import type { SetRules } from './contest-values.ts'
import { FaultLines } from './fault-lines.tsx'
import { NumberField } from './number-field.tsx'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

const ties = ['time-earlier', 'earlier-time', 'time', 'earlier', 'none'] as const
type Ties = (typeof ties)[number]

const tiesOf = (words: Ties): ContestRules['ties'] =>
  words === 'none' ? [] : (words.split('-') as ContestRules['ties'])

export function StepScoring({
  rules,
  onRules,
}: {
  readonly rules: ContestRules
  readonly onRules: SetRules
}) {
  const t = setupTexts.useTexts()
  const { ranking, share } = rules
  return (
    <>
      <div className={styles['pair']}>
        <FormField label={t('scoring')}>
          <Select
            value={rules.scoring}
            onChange={scoring => onRules({ scoring })}
            options={scorings.map(value => ({ value, label: t(`scoring.${value}`) }))}
          />
        </FormField>
        <FormField label={t('ties')}>
          <Select<Ties>
            value={(rules.ties.join('-') || 'none') as Ties}
            onChange={words => onRules({ ties: tiesOf(words) })}
            options={ties.map(value => ({ value, label: t(`ties.${value}`) }))}
          />
        </FormField>
      </div>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={ranking.shown}
          onChange={event => onRules({ ranking: { ...ranking, shown: event.target.checked } })}
        />
        {t('shown')}
      </label>
      <div className={styles['pair']}>
        {ranking.shown ? (
          <NumberField
            label={t('peopleShown')}
            hint={t('peopleShownHint')}
            min={0}
            max={1000}
            value={ranking.people}
            onChange={people => onRules({ ranking: { ...ranking, people } })}
          />
        ) : null}
        <FormField label={t('unitsBy')}>
          <Select
            value={ranking.units}
            onChange={units => onRules({ ranking: { ...ranking, units } })}
            options={unitRankings.map(value => ({ value, label: t(`unitsBy.${value}`) }))}
          />
        </FormField>
      </div>
      <FaultLines at="ranking" />
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={share !== null}
          onChange={event => onRules({ share: event.target.checked ? { points: 5, mostADay: 20 } : null })}
        />
        {t('share')}
      </label>
      {share ? (
        <div className={styles['pair']}>
          <NumberField
            label={t('sharePoints')}
            min={1}
            max={100}
            value={share.points}
            onChange={points => onRules({ share: { ...share, points } })}
          />
          <NumberField
            label={t('shareMost')}
            min={1}
            max={1000}
            value={share.mostADay}
            onChange={mostADay => onRules({ share: { ...share, mostADay } })}
          />
        </div>
      ) : null}
      <FaultLines at="share" />
      <FormField label={t('withdrawn')}>
        <Select
          value={rules.withdrawn}
          onChange={withdrawn => onRules({ withdrawn })}
          options={withdrawals.map(value => ({ value, label: t(`withdrawn.${value}`) }))}
        />
      </FormField>
    </>
  )
}
