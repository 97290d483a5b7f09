import { FormField } from '@jianbao/ui'
import { Checkbox, Input, InputNumber, Select } from 'antd'
import type { SeriesSettings } from '../../contract/index.ts'
import { Section } from './section.tsx'
import styles from './series.module.css'
import { seriesTexts } from './series.texts.ts'
import type { SeriesForm } from './use-series-form.ts'

const flags = ['contents', 'copyNumbers', 'evenPages'] as const
const standards = ['ua-1', 'a-2a'] as const
const reds = ['screen', 'press'] as const
const mastheads = [2, 1] as const

export function ImprintSection({ form }: { readonly form: SeriesForm }) {
  const t = seriesTexts.useTexts()
  const { settings } = form.words
  const set = (change: Partial<SeriesSettings>) => form.change({ settings: { ...settings, ...change } })
  return (
    <Section title={t('imprint')}>
      <div className={styles['two']}>
        <FormField label={t('secrecy')} hint={t('secrecyHint')}>
          <Input
            value={settings.secrecy ?? ''}
            maxLength={20}
            onChange={event => set({ secrecy: event.target.value || null })}
          />
        </FormField>
        <FormField label={t('printRun')} hint={t('secrecyHint')}>
          <InputNumber
            min={1}
            max={100_000}
            precision={0}
            value={settings.printRun}
            onChange={printRun => set({ printRun })}
          />
        </FormField>
        <FormField label={t('linesPerPage')}>
          <InputNumber
            min={18}
            max={26}
            precision={0}
            value={settings.linesPerPage}
            onChange={lines => lines !== null && set({ linesPerPage: lines })}
          />
        </FormField>
        <FormField label={t('charsPerLine')}>
          <InputNumber
            min={24}
            max={32}
            precision={0}
            value={settings.charsPerLine}
            onChange={chars => chars !== null && set({ charsPerLine: chars })}
          />
        </FormField>
        <FormField label={t('linePitch')} hint={t('linePitchHint')}>
          <InputNumber
            min={26}
            max={32}
            precision={2}
            value={settings.linePitchPt ?? null}
            onChange={linePitchPt => set({ linePitchPt })}
          />
        </FormField>
        <FormField label={t('mastheadLines')}>
          <Select
            value={settings.mastheadLines ?? 2}
            options={mastheads.map(value => ({ value, label: t(`mastheadLines.${value}`) }))}
            onChange={mastheadLines => set({ mastheadLines })}
          />
        </FormField>
        <FormField label={t('standard')}>
          <Select
            value={settings.standard}
            options={standards.map(value => ({ value, label: t(`standard.${value}`) }))}
            onChange={standard => set({ standard })}
          />
        </FormField>
        <FormField label={t('red')}>
          <Select
            value={settings.red}
            options={reds.map(value => ({ value, label: t(`red.${value}`) }))}
            onChange={red => set({ red })}
          />
        </FormField>
      </div>
      <div className={styles['checks']}>
        {flags.map(flag => (
          <Checkbox
            key={flag}
            checked={settings[flag]}
            onChange={event => set({ [flag]: event.target.checked })}
          >
            {t(flag)}
          </Checkbox>
        ))}
      </div>
    </Section>
  )
}
