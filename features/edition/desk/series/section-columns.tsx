import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { FormField } from '@jianbao/ui'
import { Button, InputNumber } from 'antd'
import type { Series, SeriesColumn } from '../../contract/index.ts'
import { ColumnRow } from './column-row.tsx'
import { Section } from './section.tsx'
import styles from './series.module.css'
import { seriesTexts } from './series.texts.ts'
import { freeKey, moved } from './series-form.ts'
import type { SeriesForm } from './use-series-form.ts'

const mostColumns = 30

export function ColumnsSection({ form }: { readonly form: SeriesForm }) {
  const t = seriesTexts.useTexts()
  const { words, change, series, editable } = form
  const { columns, settings } = words
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const put = (next: SeriesColumn[]) => change({ columns: next })
  const add = () =>
    put([...columns, { key: freeKey('column', columns), name: '', rule: 'articles', min: null, max: null }])
  const place = (key: unknown) => columns.findIndex(column => column.key === key)
  return (
    <Section title={t('columns')} note={t('columnsNote')}>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={({ active, over }) => over && put(moved(columns, place(active.id), place(over.id)))}
      >
        <SortableContext items={columns.map(({ key }) => key)} strategy={verticalListSortingStrategy}>
          <ul className={styles['rows']}>
            {columns.map((column, at) => (
              <ColumnRow
                key={column.key}
                column={column}
                first={at === 0}
                last={at === columns.length - 1}
                editable={editable}
                usedBy={usedBy(series, column.key)}
                onChange={next => put(columns.with(at, next))}
                onMove={by => put(moved(columns, at, at + by))}
                onRemove={() => put(columns.filter(({ key }) => key !== column.key))}
              />
            ))}
          </ul>
        </SortableContext>
      </DndContext>
      <div>
        <Button onClick={add} disabled={!editable || columns.length >= mostColumns}>
          {t('addColumn')}
        </Button>
      </div>
      <FormField label={t('briefLimit')}>
        <InputNumber
          min={30}
          max={400}
          precision={0}
          value={settings.briefLimit}
          onChange={limit => limit !== null && change({ settings: { ...settings, briefLimit: limit } })}
        />
      </FormField>
    </Section>
  )
}

/** 第19期: whose it is the page says already. */
function usedBy({ columnsInUse, name }: Series, columnKey: string): string | null {
  const edition = columnsInUse.find(({ key }) => key === columnKey)?.edition ?? null
  return edition?.startsWith(name) ? edition.slice(name.length) : edition
}
