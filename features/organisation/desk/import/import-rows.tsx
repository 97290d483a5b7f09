import { DataTable, formatInstant } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { ImportSummary } from '../../contract/index.ts'
import styles from './import.module.css'
import { importTexts } from './import.texts.ts'
import { ImportStateTag, useCountWords } from './import-state.tsx'

type ImportRowsProps = { readonly rows: readonly ImportSummary[]; readonly selected: number }

export function ImportRows({ rows, selected }: ImportRowsProps) {
  const t = importTexts.useTexts()
  const counts = useCountWords()
  const file = (row: ImportSummary) => (
    <Link to="/imports/$id" params={{ id: row.id }} className={styles['file']}>
      {row.fileName}
    </Link>
  )
  return (
    <DataTable
      label={t('history')}
      name="organisation.imports"
      rows={rows}
      rowKey={row => row.id}
      selected={selected}
      columns={[
        { key: 'file', title: t('file'), cell: file, fixed: true },
        { key: 'kind', title: t('kind'), cell: row => t(`of.${row.kind}`) },
        { key: 'state', title: t('state'), cell: row => <ImportStateTag state={row.state} /> },
        { key: 'result', title: t('result'), cell: counts },
        { key: 'who', title: t('who'), cell: row => row.personName },
        { key: 'when', title: t('when'), cell: row => formatInstant(row.createdAt) },
      ]}
      card={row => (
        <div className={styles['card']}>
          <div className={styles['cardHead']}>
            {file(row)}
            <ImportStateTag state={row.state} />
          </div>
          <p>
            {t(`of.${row.kind}`)} · {counts(row)}
          </p>
          <p className={styles['faint']}>
            {row.personName} · {formatInstant(row.createdAt)}
          </p>
        </div>
      )}
    />
  )
}
