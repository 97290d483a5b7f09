import { AbsentRecord } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { editionQuery } from '../edition.queries.ts'
import { listTexts } from '../list/list.texts.ts'
import { composeTexts } from './compose.texts.ts'
import { Composer } from './composer.tsx'

export default function ComposePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const t = composeTexts.useTexts()
  const tl = listTexts.useTexts()
  const edition = useQuery(editionQuery(id))
  if (edition.data) return <Composer key={id} edition={edition.data} />
  return (
    <AbsentRecord
      query={edition}
      list="/editions"
      title={tl('menu')}
      back={t('backToList')}
      missing={t('missing')}
      goList={t('backToList')}
    />
  )
}
