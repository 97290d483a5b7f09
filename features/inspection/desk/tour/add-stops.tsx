import { type PickedUnit, UnitPicker } from '@jianbao/organisation/desk'
import { ActDialog } from '@jianbao/organisation/desk/parts'
import { DayField, FormField } from '@jianbao/ui'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { Tour } from '../../contract/index.ts'
import { useTourStep } from '../inspection.queries.ts'
import { FromDraw } from './from-draw.tsx'
import styles from './tour.module.css'
import { tourTexts } from './tour.texts.ts'

type Listed = { readonly unit: Pick<PickedUnit, 'id' | 'name'>; readonly day: string }

/** Units and days, put on a list and added together. */
export function AddStops({ tour, onClose }: { readonly tour: Tour; readonly onClose: () => void }) {
  const t = tourTexts.useTexts()
  const { message } = App.useApp()
  const step = useTourStep(tour)
  const [listed, setListed] = useState<readonly Listed[]>([])
  const [unit, setUnit] = useState<PickedUnit | null>(null)
  const [day, setDay] = useState<string | undefined>(tour.stopList.at(-1)?.day ?? tour.fromDay)
  const put = () => {
    if (!unit || !day) return
    setListed([...listed, { unit, day }])
    setUnit(null)
  }
  const all = unit && day ? [...listed, { unit, day }] : listed
  const confirm = async () => {
    await step.mutateAsync({
      act: 'add-stops',
      stops: all.map(each => ({ unitId: each.unit.id, day: each.day })),
    })
    void message.success(t('saved'))
  }
  return (
    <ActDialog
      title={t('addStops')}
      confirm={t('addNow', { count: all.length })}
      cancel={t('cancel')}
      blocked={all.length === 0}
      overtaken={t('overtaken')}
      onConfirm={confirm}
      onClose={onClose}
    >
      {listed.length > 0 ? (
        <ul className={styles['listed']} aria-label={t('stopsToAdd')}>
          {listed.map((each, at) => (
            <li key={`${each.unit.id} ${each.day}`}>
              {each.unit.name} · {each.day}
              <Button
                type="link"
                size="small"
                aria-label={`${t('stopRemove')} ${each.unit.name}`}
                onClick={() => setListed(listed.toSpliced(at, 1))}
              >
                {t('stopRemove')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <FormField label={t('stopDay')}>
        <DayField label={t('stopDay')} value={day} earliest={tour.fromDay} onChange={setDay} />
      </FormField>
      <FromDraw
        disabled={!day}
        onUnits={units => setListed([...listed, ...units.map(each => ({ unit: each, day: day! }))])}
      />
      <UnitPicker label={t('stopUnit')} value={unit} onChange={setUnit} />
      <div>
        <Button disabled={!unit || !day} onClick={put}>
          {t('stopAdd')}
        </Button>
      </div>
    </ActDialog>
  )
}
