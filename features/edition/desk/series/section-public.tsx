import { Radio } from 'antd'
import { publicRules } from '../../contract/index.ts'
import { Section } from './section.tsx'
import { seriesTexts } from './series.texts.ts'
import type { SeriesForm } from './use-series-form.ts'

export function PublicSection({ form }: { readonly form: SeriesForm }) {
  const t = seriesTexts.useTexts()
  const { settings } = form.words
  return (
    <Section title={t('public')} note={t('publicNote')}>
      <Radio.Group
        vertical
        aria-label={t('public')}
        value={settings.public}
        onChange={event => form.change({ settings: { ...settings, public: event.target.value } })}
        options={publicRules.map(value => ({ value, label: t(`public.${value}`) }))}
      />
    </Section>
  )
}
