import { unitKinds } from '@jianbao/organisation/contract'
import { useUnitKindWords } from '@jianbao/organisation/desk/parts'
import { answer, api, ListSkeleton, ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { AddProps } from './add-recipients.types.ts'
import styles from './series.module.css'
import { seriesTexts } from './series.texts.ts'

type Kind = (typeof unitKinds)[number]
type Found = { readonly id: string; readonly name: string; readonly kind: Kind }
const pageSize = 100
const mostPages = 20

/** 全部省辖市, 全部高校: every unit of a kind that one may see, in one go. */
export function AddKind({ taken, onAdd }: AddProps) {
  const t = seriesTexts.useTexts()
  const kindWords = useUnitKindWords()
  const [kind, setKind] = useState<Kind>('city')
  const units = useQuery({
    queryKey: ['units', 'of-kind', kind],
    queryFn: ({ signal }) => listOfKind(kind, signal),
  })
  const fresh = (units.data ?? []).filter(({ id }) => !taken.some(({ unitId }) => unitId === id))
  return (
    <>
      <Select
        aria-label={t('addKind')}
        value={kind}
        options={unitKinds.map(value => ({ value, label: t('kindAll', { kind: kindWords(value) }) }))}
        onChange={setKind}
      />
      {units.error ? <ProblemNotice error={units.error} onRetry={() => void units.refetch()} /> : null}
      {units.isPending ? <ListSkeleton rows={3} /> : null}
      <p className={styles['names']}>{fresh.map(({ name }) => name).join('、')}</p>
      <div className={styles['foot']}>
        <Button
          type="primary"
          disabled={fresh.length === 0}
          onClick={() => onAdd(fresh.map(({ id, name }) => ({ name, unitId: id, email: null })))}
        >
          {t('kindAdded', { count: fresh.length })}
        </Button>
      </div>
    </>
  )
}

async function listOfKind(kind: Kind, signal: AbortSignal): Promise<Found[]> {
  const found: Found[] = []
  for (let page = 1; page <= mostPages; page++) {
    const query = { kind, page, pageSize }
    const { rows, total } = (await answer(api.GET('/api/units', { params: { query }, signal }))) as {
      rows: Found[]
      total: number
    }
    found.push(...rows)
    if (found.length >= total || rows.length === 0) break
  }
  return found
}
