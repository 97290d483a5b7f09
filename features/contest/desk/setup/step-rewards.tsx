import { FormField } from '@jianbao/ui'
import { Input, Select } from 'antd'
import { type ContestRules, fullScore } from '../../contract/index.ts'
import { freshKey, replaced, type SetRules, without } from './contest-values.ts'
import { EntryList } from './entry-list.tsx'
import { FaultLines } from './fault-lines.tsx'
import { NumberField } from './number-field.tsx'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

const lotteries = ['score', 'right', 'attempts'] as const
const certificateWays = ['score', 'rank', 'attempts'] as const

export function StepRewards({
  rules,
  onRules,
}: {
  readonly rules: ContestRules
  readonly onRules: SetRules
}) {
  const t = setupTexts.useTexts()
  const { lottery, certificates } = rules
  const sixty = Math.max(1, Math.round(fullScore(rules) * 0.6))
  const change = (next: ContestRules['certificates']) => onRules({ certificates: next })
  return (
    <>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={lottery !== null}
          onChange={event =>
            onRules({ lottery: event.target.checked ? { by: 'score', least: sixty, drawsADay: 1 } : null })
          }
        />
        {t('lottery')}
      </label>
      {lottery ? (
        <div className={styles['triple']}>
          <FormField label={t('lotteryBy')}>
            <Select
              value={lottery.by}
              onChange={by => onRules({ lottery: { ...lottery, by } })}
              options={lotteries.map(value => ({ value, label: t(`lotteryBy.${value}`) }))}
            />
          </FormField>
          <NumberField
            label={t('lotteryLeast')}
            min={1}
            max={100_000}
            value={lottery.least}
            onChange={least => onRules({ lottery: { ...lottery, least } })}
          />
          <NumberField
            label={t('drawsADay')}
            hint={t('drawsHint')}
            min={0}
            max={100}
            value={lottery.drawsADay}
            onChange={drawsADay => onRules({ lottery: { ...lottery, drawsADay } })}
          />
        </div>
      ) : null}
      <FaultLines at="lottery" />
      <EntryList
        label={t('certificates')}
        hint={t('certificatesHint')}
        entries={certificates}
        keyOf={({ key }) => key}
        nameOf={(certificate, at) => certificate.name || t('certificate', { no: at + 1 })}
        add={t('addCertificate')}
        most={10}
        onAdd={() =>
          change([
            ...certificates,
            {
              key: freshKey(certificates, 'c'),
              name: t('certificate', { no: certificates.length + 1 }),
              ...{ by: 'score' as const, bound: sixty },
            },
          ])
        }
        onRemove={at => change(without(certificates, at))}
      >
        {(certificate, at) => (
          <>
            <div className={styles['triple']}>
              <FormField label={t('certificateName')} problem={certificate.name.trim() ? null : t('must')}>
                <Input
                  maxLength={40}
                  value={certificate.name}
                  onChange={event => change(replaced(certificates, at, { name: event.target.value }))}
                />
              </FormField>
              <FormField label={t('certificateBy')}>
                <Select
                  value={certificate.by}
                  onChange={by => change(replaced(certificates, at, { by }))}
                  options={certificateWays.map(value => ({ value, label: t(`certificateBy.${value}`) }))}
                />
              </FormField>
              <NumberField
                label={t('bound')}
                min={1}
                max={100_000}
                value={certificate.bound}
                onChange={bound => change(replaced(certificates, at, { bound }))}
              />
            </div>
            <FaultLines at={`certificates.${at}`} />
          </>
        )}
      </EntryList>
    </>
  )
}
