import { type Column, DataTable, formatInstant, StateTag } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { DrawState, DrawSummary } from '../../contract/index.ts'
import styles from './draw.module.css'
import { drawTexts } from './draw.texts.ts'

const tones = { preparing: 'quiet', committed: 'busy', drawn: 'good', void: 'bad' } as const

export function DrawTag({ state }: { readonly state: DrawState }) {
  const t = drawTexts.useTexts()
  return <StateTag tone={tones[state]}>{t(`state.${state}`)}</StateTag>
}

export const columnsName = 'inspection.draws'

/** The columns of the list, also for the choice which of them are shown. */
export function useDrawColumns(): readonly Column<DrawSummary>[] {
  const t = drawTexts.useTexts()
  return [
    { key: 'name', title: t('colName'), cell: row => <Name row={row} />, fixed: true },
    { key: 'state', title: t('colState'), cell: row => <DrawTag state={row.state} /> },
    { key: 'unit', title: t('colUnit'), cell: row => row.unitName },
    { key: 'count', title: t('colCount'), cell: row => <Counted row={row} />, number: true },
    {
      key: 'committed',
      title: t('colCommitted'),
      cell: row => (row.committedAt ? formatInstant(row.committedAt) : ''),
    },
    { key: 'drawn', title: t('colDrawn'), cell: row => (row.drawnAt ? formatInstant(row.drawnAt) : '') },
  ]
}

export function DrawRows(props: { readonly rows: readonly DrawSummary[]; readonly selected: number }) {
  const t = drawTexts.useTexts()
  const columns = useDrawColumns()
  return (
    <DataTable
      {...props}
      label={t('list')}
      name={columnsName}
      rowKey={({ id }) => id}
      columns={columns}
      card={row => (
        <>
          <div className={styles['cardHead']}>
            <Name row={row} />
            <DrawTag state={row.state} />
          </div>
          <p className={styles['note']}>
            {row.unitName} · <Counted row={row} />
          </p>
        </>
      )}
    />
  )
}

function Counted({ row: { count, objects } }: { readonly row: DrawSummary }) {
  const t = drawTexts.useTexts()
  return <>{objects === null ? t('toDraw', { count }) : t('ofObjects', { count, objects })}</>
}

function Name({ row }: { readonly row: DrawSummary }) {
  return (
    <span className={styles['title']}>
      <Link to="/draws/$id" params={{ id: row.id }}>
        {row.name}
      </Link>
      {row.campaignName ? <span className={styles['faint']}>{row.campaignName}</span> : null}
    </span>
  )
}
