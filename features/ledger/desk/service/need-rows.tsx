import { type Column, DataTable, formatDay, StateTag, type Tone, useLanguage } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { NeedState, NeedSummary } from '../../contract/index.ts'
import styles from './service.module.css'
import { serviceTexts } from './service.texts.ts'

const tones: Readonly<Record<NeedState, Tone>> = {
  waiting: 'doubt',
  accepted: 'busy',
  merged: 'busy',
  declined: 'quiet',
  settled: 'good',
}

export function NeedTag({ state }: { readonly state: NeedState }) {
  const t = serviceTexts.useTexts()
  return <StateTag tone={tones[state]}>{t(`state.${state}`)}</StateTag>
}

/** The columns of the list, also for the choice which of them are shown. */
export function useNeedColumns(): readonly Column<NeedSummary>[] {
  const t = serviceTexts.useTexts()
  const language = useLanguage()
  return [
    { key: 'words', title: t('colWords'), cell: row => <NeedWords row={row} />, fixed: true },
    {
      key: 'number',
      title: t('colNumber'),
      cell: row => <span className={styles['code']}>{row.number}</span>,
    },
    { key: 'kind', title: t('colKind'), cell: row => t(`kind.${row.kind}`) },
    { key: 'source', title: t('colSource'), cell: row => t(`source.${row.source}`) },
    { key: 'unit', title: t('colUnit'), cell: row => row.unitName },
    { key: 'state', title: t('colState'), cell: row => <NeedTag state={row.state} /> },
    { key: 'day', title: t('colDay'), cell: row => formatDay(row.day, language) },
  ]
}

export const needColumnsName = 'ledger.needs'

type NeedRowsProps = { readonly rows: readonly NeedSummary[]; readonly selected: number }

export function NeedRows(props: NeedRowsProps) {
  const t = serviceTexts.useTexts()
  const language = useLanguage()
  const columns = useNeedColumns()
  return (
    <DataTable
      {...props}
      label={t('needList')}
      name={needColumnsName}
      rowKey={({ id }) => id}
      columns={columns}
      card={row => (
        <>
          <div className={styles['cardHead']}>
            <NeedWords row={row} />
            <NeedTag state={row.state} />
          </div>
          <p className={styles['note']}>
            {[row.unitName, t(`kind.${row.kind}`), formatDay(row.day, language)].join(' · ')}
          </p>
        </>
      )}
    />
  )
}

function NeedWords({ row }: { readonly row: NeedSummary }) {
  return (
    <span className={styles['title']}>
      <Link to="/needs/$id" params={{ id: row.id }} className={styles['clamped'] ?? ''}>
        {row.words}
      </Link>
      {row.place ? <span className={styles['faint']}>{row.place}</span> : null}
    </span>
  )
}
