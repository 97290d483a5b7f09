import { type Column, DataTable, formatInstant, StateTag } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import type { Finding, FindingState } from '../../contract/index.ts'
import styles from './finding.module.css'
import { findingTexts } from './finding.texts.ts'

const tones = { open: 'busy', confirmed: 'doubt', raised: 'good', dismissed: 'quiet' } as const

export function FindingTag({ state }: { readonly state: FindingState }) {
  const t = findingTexts.useTexts()
  return <StateTag tone={tones[state]}>{t(`state.${state}`)}</StateTag>
}

export const columnsName = 'inspection.findings'

export type Pick = {
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

/** The columns of the list, also for the choice which of them are shown. */
export function useFindingColumns(pick: Pick): readonly Column<Finding>[] {
  const t = findingTexts.useTexts()
  return [
    { key: 'problem', title: t('colProblem'), cell: row => <Problem row={row} pick={pick} />, fixed: true },
    { key: 'unit', title: t('colUnit'), cell: row => row.unitName },
    { key: 'tour', title: t('colTour'), cell: row => <TourCell row={row} /> },
    {
      key: 'seriousness',
      title: t('colSeriousness'),
      cell: row => <span className={styles['short']}>{t(`seriousness.${row.seriousness}`)}</span>,
    },
    { key: 'state', title: t('colState'), cell: row => <StateCell row={row} /> },
    {
      key: 'due',
      title: t('colDue'),
      cell: row => <span className={styles['short']}>{row.dueDay ?? ''}</span>,
    },
    { key: 'basis', title: t('colBasis'), cell: row => row.basis },
    { key: 'measure', title: t('colMeasure'), cell: row => row.measure },
    {
      key: 'written',
      title: t('colWritten'),
      cell: row => (
        <>
          {row.byName}
          <span className={styles['faint']}>{formatInstant(row.at)}</span>
        </>
      ),
    },
  ]
}

type FindingRowsProps = Pick & { readonly rows: readonly Finding[]; readonly selected: number }

export function FindingRows({ rows, selected, ...pick }: FindingRowsProps) {
  const t = findingTexts.useTexts()
  const columns = useFindingColumns(pick)
  const open = rows.filter(({ actions }) => actions.length > 0)
  const all = open.length > 0 && open.every(({ id }) => pick.chosen.has(id))
  return (
    <>
      {open.length > 1 ? (
        <Checkbox
          className={styles['all'] ?? ''}
          checked={all}
          onChange={() => pick.onChoose(new Set(all ? [] : open.map(({ id }) => id)))}
        >
          {t('chooseAll')}
        </Checkbox>
      ) : null}
      <DataTable
        rows={rows}
        selected={selected}
        label={t('list')}
        name={columnsName}
        rowKey={({ id }) => id}
        columns={columns}
        card={row => (
          <>
            <div className={styles['cardHead']}>
              <Problem row={row} pick={pick} />
              <StateCell row={row} />
            </div>
            <p className={styles['note']}>
              {[
                row.unitName,
                t(`seriousness.${row.seriousness}`),
                row.dueDay ? t('itemDue', { day: row.dueDay }) : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <TourCell row={row} />
          </>
        )}
      />
    </>
  )
}

function Problem({ row, pick: { chosen, onChoose } }: { readonly row: Finding; readonly pick: Pick }) {
  const t = findingTexts.useTexts()
  const choose = () => {
    const next = new Set(chosen)
    if (!next.delete(row.id)) next.add(row.id)
    onChoose(next)
  }
  return (
    <span className={styles['problem']}>
      {row.actions.length > 0 ? (
        <Checkbox
          checked={chosen.has(row.id)}
          aria-label={t('choose', { problem: row.problem })}
          onChange={choose}
        />
      ) : null}
      <Link to="/stops/$id" params={{ id: row.stopId }} search={{ tab: 'findings' }}>
        {row.problem}
      </Link>
    </span>
  )
}

function TourCell({ row }: { readonly row: Finding }) {
  return (
    <Link to="/tours/$id" params={{ id: row.tourId }}>
      {row.tourName}
      <span className={styles['faint']}>{row.day}</span>
    </Link>
  )
}

/** The state, and that of the item it became. */
function StateCell({ row: { state, item, reason } }: { readonly row: Finding }) {
  const t = findingTexts.useTexts()
  return (
    <span className={styles['state']}>
      <FindingTag state={state} />
      {item ? (
        <Link to="/ledger-items/$id" params={{ id: item.id }}>
          {t('itemState', { state: t(`item.${item.state}`) })}
        </Link>
      ) : null}
      {reason ? <span className={styles['faint']}>{reason}</span> : null}
    </span>
  )
}
