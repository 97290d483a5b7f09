import { type Column, DataTable, formatInstant, StateTag } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { CaseState, CaseSummary } from '../contract/index.ts'
import styles from './case.module.css'
import { caseTexts } from './case.texts.ts'

const tones = { draft: 'busy', approved: 'good', public: 'good' } as const

export function CaseTag({ state }: { readonly state: CaseState }) {
  const t = caseTexts.useTexts()
  return <StateTag tone={tones[state]}>{t(`state.${state}`)}</StateTag>
}

/** The columns of the list, also for the choice which of them are shown. */
export function useCaseColumns(): readonly Column<CaseSummary>[] {
  const t = caseTexts.useTexts()
  return [
    { key: 'title', title: t('colTitle'), cell: row => <Title row={row} />, fixed: true },
    { key: 'source', title: t('colSource'), cell: row => row.sourceUnit },
    { key: 'tags', title: t('colTags'), cell: row => <Tags tags={row.tags} /> },
    { key: 'state', title: t('colState'), cell: row => <CaseTag state={row.state} /> },
    { key: 'unit', title: t('colUnit'), cell: row => row.unitName },
    {
      key: 'marked',
      title: t('colMarked'),
      cell: row => (
        <>
          {row.markedName}
          <span className={styles['faint']}>{formatInstant(row.markedAt)}</span>
        </>
      ),
    },
    { key: 'updated', title: t('colUpdated'), cell: row => formatInstant(row.updatedAt) },
  ]
}

export const columnsName = 'casebook.cases'

export function CaseRows(props: { readonly rows: readonly CaseSummary[]; readonly selected: number }) {
  const t = caseTexts.useTexts()
  const columns = useCaseColumns()
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
            <Title row={row} />
            <CaseTag state={row.state} />
          </div>
          <Tags tags={row.tags} />
          <p className={styles['note']}>
            {[row.sourceUnit, formatInstant(row.updatedAt)].filter(Boolean).join(' · ')}
          </p>
        </>
      )}
    />
  )
}

function Title({ row }: { readonly row: CaseSummary }) {
  return (
    <span className={styles['title']}>
      <Link to="/cases/$id" params={{ id: row.id }}>
        {row.title}
      </Link>
      {row.opening ? <span className={styles['faint']}>{row.opening}</span> : null}
    </span>
  )
}

/** Every tag is the list of the cases that bear it. */
export function Tags({ tags }: { readonly tags: readonly string[] }) {
  if (tags.length === 0) return null
  return (
    <ul className={styles['tags']}>
      {tags.map(tag => (
        <li key={tag}>
          <Link to="/cases" search={{ tag }}>
            {tag}
          </Link>
        </li>
      ))}
    </ul>
  )
}
