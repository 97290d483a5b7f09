import {
  AbsentRecord,
  BackToList,
  isMissing,
  PageHeader,
  ProblemNotice,
  useFilters,
  useSending,
} from '@jianbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { SourceChange } from '../../contract/index.ts'
import styles from './erratum.module.css'
import { changeQuery, draftErratum, erratumKey, placesQuery } from './erratum.queries.ts'
import { erratumTexts } from './erratum.texts.ts'
import { ErratumFields, type Written } from './erratum-fields.tsx'
import type { NewErratumSearch } from './erratum-search.ts'

/** A new erratum of an issue: by hand, or with what a source change says already filled in. */
export default function NewErratumPage() {
  const t = erratumTexts.useTexts()
  const [search] = useFilters<NewErratumSearch & { page?: number }>()
  const edition = search.edition ?? ''
  const places = useQuery({ ...placesQuery(edition), enabled: edition !== '' })
  const change = useQuery({ ...changeQuery(search.change ?? ''), enabled: search.change !== undefined })
  const waits = search.change !== undefined && change.isPending
  if (!places.data || isMissing(places.error) || waits)
    return (
      <AbsentRecord
        query={places}
        list="/errata"
        title={t('newTitle')}
        back={t('backErrata')}
        missing={t('missingIssue')}
        goList={t('goErrata')}
      />
    )
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        note={t('newNote', { issue: places.data.editionName })}
        back={<BackToList to="/errata">{t('backErrata')}</BackToList>}
      />
      <Draft editionId={edition} change={change.data ?? null} refId={search.number ?? null} />
    </>
  )
}

type DraftProps = {
  readonly editionId: string
  readonly change: SourceChange | null
  readonly refId: string | null
}

function Draft({ editionId, change, refId }: DraftProps) {
  const t = erratumTexts.useTexts()
  const navigate = useNavigate()
  const client = useQueryClient()
  const number = change?.numbers.find(each => each.refId === refId)
  const [written, setWritten] = useState<Written>({
    itemId: change?.itemId ?? null,
    place: change?.headline ?? '',
    was: number?.shown ?? '',
    isNow: number?.now ?? '',
    reason: '',
    words: '',
  })
  const sending = useSending(() => undefined)
  const save = async () => {
    const made = await draftErratum({ editionId, changeId: change?.id ?? null, refId, ...written })
    await client.invalidateQueries({ queryKey: [erratumKey] })
    await navigate({ to: '/errata/$id', params: { id: made.id }, replace: true })
  }
  return (
    <form
      className={styles['form']}
      onSubmit={event => {
        event.preventDefault()
        void sending.send(save)
      }}
    >
      <ErratumFields
        editionId={editionId}
        written={written}
        onChange={more => setWritten({ ...written, ...more })}
      />
      {sending.error ? <ProblemNotice error={sending.error} /> : null}
      <div className={styles['acts']}>
        <Button
          type="primary"
          htmlType="submit"
          loading={sending.busy}
          disabled={written.was.trim() === '' || written.isNow.trim() === ''}
        >
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
