import { type Column, formatInstant, StateTag } from '@jianbao/ui'
import { Button } from 'antd'
import type { OfficeWordRow } from '../../../contract/index.ts'
import { toneOf } from '../finding-row.tsx'
import { proofTexts } from '../proof.texts.ts'
import styles from './word.module.css'
import { wordTexts } from './word.texts.ts'

export type WordDeeds = {
  readonly onEdit: (row: OfficeWordRow) => void
  readonly onRemove: (row: OfficeWordRow) => void
}

export function useWordColumns(deeds: WordDeeds): Column<OfficeWordRow>[] {
  const t = wordTexts.useTexts()
  return [
    { key: 'wrong', title: t('wrong'), fixed: true, cell: row => <strong>{row.wrong}</strong> },
    { key: 'right', title: t('right'), cell: row => <Right row={row} /> },
    { key: 'reason', title: t('reason'), cell: row => row.reason ?? '' },
    { key: 'level', title: t('level'), cell: row => <Level row={row} /> },
    { key: 'from', title: t('from'), cell: row => (row.inherited ? row.unitName : t('own')) },
    {
      key: 'changed',
      title: t('changed'),
      cell: row => (
        <span className={styles['soft']}>
          {row.updatedName} {formatInstant(row.updatedAt)}
        </span>
      ),
    },
    { key: 'acts', title: t('acts'), fixed: true, cell: row => <Deeds row={row} {...deeds} /> },
  ]
}

function Right({ row }: { readonly row: OfficeWordRow }) {
  const t = wordTexts.useTexts()
  return row.right === null ? <span className={styles['soft']}>{t('never')}</span> : row.right
}

function Level({ row }: { readonly row: OfficeWordRow }) {
  const t = proofTexts.useTexts()
  return <StateTag tone={toneOf[row.level]}>{t(`word.${row.level}`)}</StateTag>
}

function Deeds({ row, onEdit, onRemove }: WordDeeds & { readonly row: OfficeWordRow }) {
  const t = wordTexts.useTexts()
  return (
    <span className={styles['deeds']}>
      {row.actions.includes('edit') ? (
        <Button size="small" aria-label={`${t('edit')} ${row.wrong}`} onClick={() => onEdit(row)}>
          {t('edit')}
        </Button>
      ) : null}
      {row.actions.includes('remove') ? (
        <Button
          size="small"
          type="text"
          aria-label={`${t('remove')} ${row.wrong}`}
          onClick={() => onRemove(row)}
        >
          {t('remove')}
        </Button>
      ) : null}
    </span>
  )
}

export function WordCard({ row, ...deeds }: WordDeeds & { readonly row: OfficeWordRow }) {
  const t = wordTexts.useTexts()
  return (
    <div className={styles['card']}>
      <p>
        <strong>{row.wrong}</strong> → <Right row={row} />
      </p>
      {row.reason ? <p className={styles['soft']}>{row.reason}</p> : null}
      <p className={styles['deeds']}>
        <Level row={row} />
        <span className={styles['soft']}>{row.inherited ? row.unitName : t('own')}</span>
        <Deeds row={row} {...deeds} />
      </p>
    </div>
  )
}
