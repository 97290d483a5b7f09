import { type PickedUnit, UnitPicker } from '@jianbao/organisation/desk'
import { FormField, ProblemNotice } from '@jianbao/ui'
import { App, Button, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { type EntryCodeWish, entryCodeSpans } from '../../contract/index.ts'
import { useMakeEntryCodes } from './entry-codes.queries.ts'
import styles from './identity.module.css'
import { identityTexts } from './identity.texts.ts'

const most = 20_000

/** Units and a number; the sheet comes at once, and only then. */
export function MakeEntryCodes({ id }: { readonly id: string }) {
  const t = identityTexts.useTexts()
  const { message } = App.useApp()
  const [unit, setUnit] = useState<PickedUnit | null>(null)
  const [span, setSpan] = useState<EntryCodeWish['span']>('unit')
  const [perUnit, setPerUnit] = useState<number | null>(50)
  const [asked, setAsked] = useState(false)
  const making = useMakeEntryCodes(id)
  const good = perUnit !== null && Number.isInteger(perUnit) && perUnit >= 1 && perUnit <= most
  const make = async () => {
    setAsked(true)
    if (!unit || !good) return
    const file = await making.mutateAsync({ unitId: unit.id, span, perUnit })
    void message.success(t('made', { file }), 8)
    setAsked(false)
    setUnit(null)
  }
  return (
    <section className={styles['card']} aria-labelledby="make-entry-codes">
      <h2 id="make-entry-codes">{t('make')}</h2>
      <div className={styles['form']}>
        <UnitPicker
          label={t('forUnit')}
          value={unit}
          onChange={setUnit}
          problem={asked && !unit ? t('unitMissing') : null}
        />
        <Radio.Group
          className={styles['spans'] ?? ''}
          value={span}
          onChange={event => setSpan(event.target.value as EntryCodeWish['span'])}
          aria-label={t('span')}
        >
          {entryCodeSpans.map(each => (
            <Radio key={each} value={each}>
              {t(`span.${each}`)}
            </Radio>
          ))}
        </Radio.Group>
        <FormField
          label={t('perUnit')}
          hint={t('perUnitHint')}
          problem={asked && !good ? t('perUnitWrong') : null}
        >
          <InputNumber value={perUnit} onChange={setPerUnit} precision={0} />
        </FormField>
        {making.error ? <ProblemNotice error={making.error} /> : null}
        <div className={styles['buttons']}>
          <Button
            type="primary"
            loading={making.isPending}
            onClick={() => void make().catch(() => undefined)}
          >
            {making.isPending ? t('making') : t('makeNow')}
          </Button>
        </div>
      </div>
    </section>
  )
}
