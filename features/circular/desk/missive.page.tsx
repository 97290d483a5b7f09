import { AbsentRecord, isMissing } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { DraftView } from './draft-view.tsx'
import { missiveQuery } from './missive.queries.ts'
import { missiveTexts } from './missive.texts.ts'
import { ReadView } from './read-view.tsx'

export default function MissivePage() {
  const t = missiveTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const missive = useQuery(missiveQuery(id))
  if (missive.data && !isMissing(missive.error))
    return missive.data.actions.includes('edit') ? (
      <DraftView key={id} missive={missive.data} />
    ) : (
      <ReadView key={id} missive={missive.data} />
    )
  return (
    <AbsentRecord
      query={missive}
      list="/missives"
      title={t('one')}
      back={t('back')}
      missing={t('missing')}
      goList={t('goList')}
    />
  )
}
