import { type Column, DataTable, formatInstant, StateTag } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { CircularState, CircularSummary } from '../../contract/index.ts'
import styles from './circular.module.css'
import { circularTexts } from './circular.texts.ts'

const tones = { draft: 'busy', issued: 'good', revoked: 'quiet' } as const

export function CircularTag({ state }: { readonly state: CircularState }) {
  const t = circularTexts.useTexts()
  return <StateTag tone={tones[state]}>{t(`state.${state}`)}</StateTag>
}

export function CircularRows(props: {
  readonly rows: readonly CircularSummary[]
  readonly selected: number
}) {
  const t = circularTexts.useTexts()
  const columns: readonly Column<CircularSummary>[] = [
    { key: 'title', title: t('colTitle'), cell: row => <Title row={row} />, fixed: true },
    { key: 'unit', title: t('colUnit'), cell: row => row.unitName },
    { key: 'reported', title: t('colReported'), cell: row => row.reported, number: true },
    { key: 'adopted', title: t('colAdopted'), cell: row => row.adopted, number: true },
    { key: 'state', title: t('colState'), cell: row => <CircularTag state={row.state} /> },
    { key: 'updated', title: t('colUpdated'), cell: row => formatInstant(row.updatedAt) },
  ]
  return (
    <DataTable
      {...props}
      label={t('list')}
      name="scoring.circulars"
      rowKey={({ id }) => id}
      columns={columns}
      card={row => (
        <>
          <div className={styles['cardHead']}>
            <Title row={row} />
            <CircularTag state={row.state} />
          </div>
          <p className={styles['note']}>
            {[
              row.unitName,
              `${t('colReported')} ${row.reported}`,
              `${t('colAdopted')} ${row.adopted}`,
              formatInstant(row.updatedAt),
            ].join(' · ')}
          </p>
        </>
      )}
    />
  )
}

function Title({ row }: { readonly row: CircularSummary }) {
  return (
    <span className={styles['title']}>
      <Link to="/circulars/$id" params={{ id: row.id }}>
        {row.title}
      </Link>
      {row.docNumber ? <span className={styles['faint']}>{row.docNumber}</span> : null}
    </span>
  )
}
