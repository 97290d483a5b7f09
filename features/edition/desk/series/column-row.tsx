import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, HolderOutlined } from '@ant-design/icons'
import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { Button, Input, InputNumber, Select } from 'antd'
import { columnRules, type SeriesColumn } from '../../contract/index.ts'
import styles from './series.module.css'
import { seriesTexts } from './series.texts.ts'
import { columnWithRule } from './series-form.ts'

type ColumnRowProps = {
  readonly column: SeriesColumn
  readonly first: boolean
  readonly last: boolean
  readonly editable: boolean
  /** The open issue that has pieces in it. */
  readonly usedBy: string | null
  readonly onChange: (column: SeriesColumn) => void
  readonly onMove: (by: number) => void
  readonly onRemove: () => void
}

export function ColumnRow(props: ColumnRowProps) {
  const { column, first, last, editable, usedBy, onChange, onMove, onRemove } = props
  const t = seriesTexts.useTexts()
  const { name, rule, min, max } = column
  const sortable = useSortable({ id: column.key, disabled: !editable })
  const style = { transform: CSS.Translate.toString(sortable.transform), transition: sortable.transition }
  const blocked = !editable || usedBy !== null
  return (
    <li
      ref={sortable.setNodeRef}
      className={styles['columnRow']}
      style={style}
      {...(sortable.isDragging ? { 'data-dragging': '' } : {})}
    >
      <button
        type="button"
        className={styles['handle']}
        {...sortable.attributes}
        {...sortable.listeners}
        disabled={!editable}
        aria-label={t('drag', { name })}
      >
        <HolderOutlined aria-hidden="true" />
      </button>
      <Input
        className={styles['columnName'] ?? ''}
        aria-label={t('columnName')}
        value={name}
        maxLength={20}
        status={name.trim() ? '' : 'error'}
        onChange={event => onChange({ ...column, name: event.target.value })}
      />
      <Select
        className={styles['columnRule'] ?? ''}
        aria-label={t('columnRule')}
        value={rule}
        options={columnRules.map(value => ({ value, label: t(`rule.${value}`) }))}
        onChange={next => onChange(columnWithRule(column, next))}
      />
      <span className={styles['bounds']}>
        <span className={styles['bound']}>
          {t('columnMin')}
          <InputNumber
            aria-label={t('columnMin')}
            min={0}
            max={200}
            precision={0}
            value={min}
            onChange={next => onChange({ ...column, min: next })}
          />
        </span>
        {rule === 'single' ? null : (
          <span className={styles['bound']}>
            {t('columnMax')}
            <InputNumber
              aria-label={t('columnMax')}
              min={1}
              max={200}
              precision={0}
              value={max}
              status={min !== null && max !== null && min > max ? 'error' : ''}
              onChange={next => onChange({ ...column, max: next })}
            />
          </span>
        )}
      </span>
      <span className={styles['rowButtons']}>
        <Button
          type="text"
          icon={<ArrowUpOutlined aria-hidden="true" />}
          aria-label={t('up', { name })}
          disabled={!editable || first}
          onClick={() => onMove(-1)}
        />
        <Button
          type="text"
          icon={<ArrowDownOutlined aria-hidden="true" />}
          aria-label={t('down', { name })}
          disabled={!editable || last}
          onClick={() => onMove(1)}
        />
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden="true" />}
          aria-label={t('remove', { name })}
          title={usedBy ? t('columnInUse', { edition: usedBy }) : undefined}
          disabled={blocked}
          onClick={onRemove}
        />
      </span>
      {usedBy ? <span className={styles['used']}>{t('columnInUse', { edition: usedBy })}</span> : null}
    </li>
  )
}
