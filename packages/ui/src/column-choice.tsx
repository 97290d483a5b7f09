import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { useId, useRef, useState } from 'react'
import { usePhone } from './appearance.ts'
import styles from './column-choice.module.css'
import { type Column, useShownColumns } from './columns.ts'
import { uiTexts } from './ui.texts.ts'
import { useDismissal } from './use-dismissal.ts'

type ColumnChoiceProps = {
  readonly name: string
  readonly columns: readonly Pick<Column<never>, 'key' | 'title' | 'fixed' | 'spare'>[]
}

/** Which columns of a DataTable of the same `name` are shown; a phone has none. */
export function ColumnChoice({ name, columns }: ColumnChoiceProps) {
  const t = uiTexts.useTexts()
  const [shown, show] = useShownColumns(name, columns)
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const panel = useId()
  useDismissal(box, open, () => setOpen(false))
  if (usePhone()) return null
  return (
    <div ref={box} className={styles['choice']}>
      <Button
        icon={<SettingOutlined aria-hidden="true" />}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        onClick={() => setOpen(!open)}
      >
        {t('columns')}
      </Button>
      {open ? (
        <fieldset id={panel} className={styles['panel']} aria-label={t('columns')}>
          {columns.map(({ key, title, fixed }) => (
            <Checkbox
              key={key}
              checked={shown.includes(key)}
              disabled={fixed ?? false}
              onChange={event => show(key, event.target.checked)}
            >
              {title}
            </Checkbox>
          ))}
        </fieldset>
      ) : null}
    </div>
  )
}
