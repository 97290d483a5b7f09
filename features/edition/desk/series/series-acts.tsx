import { ActDialog } from '@jianbao/organisation/desk/parts'
import { ProblemNotice, useSending } from '@jianbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Series } from '../../contract/index.ts'
import { putEdition } from '../edition.queries.ts'
import { beginEdition } from '../list/list.queries.ts'
import { useSeriesStep } from './series.queries.ts'
import { seriesTexts } from './series.texts.ts'

const deeds = ['close', 'reopen', 'remove'] as const
type Deed = (typeof deeds)[number]

export function SeriesActs({ series }: { readonly series: Series }) {
  const t = seriesTexts.useTexts()
  const navigate = useNavigate()
  const client = useQueryClient()
  const step = useSeriesStep(series)
  const [asked, setAsked] = useState<Deed | null>(null)
  const beginning = useSending(() => undefined)
  const begin = async () => {
    const edition = await beginEdition({ seriesId: series.id, special: false })
    await putEdition(client, edition)
    await navigate({ to: '/editions/$id', params: { id: edition.id } })
  }
  const words = {
    close: t('closeWords'),
    reopen: t('reopenWords'),
    remove: t('removeWords', { name: series.name }),
  }
  const label = (deed: Deed) => t(deed === 'remove' ? 'removeSeries' : deed)
  const carryOut = async (deed: Deed) => {
    await step.mutateAsync({ act: deed })
    if (deed === 'remove') await navigate({ to: '/series' })
  }
  return (
    <>
      {beginning.error ? <ProblemNotice error={beginning.error} /> : null}
      {deeds
        .filter(deed => series.actions.includes(deed))
        .map(deed => (
          <Button key={deed} danger={deed === 'remove'} onClick={() => setAsked(deed)}>
            {label(deed)}
          </Button>
        ))}
      {series.actions.includes('compose') ? (
        <Button type="primary" loading={beginning.busy} onClick={() => void beginning.send(begin)}>
          {t('compose')}
        </Button>
      ) : null}
      {asked ? (
        <ActDialog
          title={t(`${asked}Title`)}
          confirm={label(asked)}
          cancel={t('cancel')}
          danger={asked === 'remove'}
          overtaken={t('overtaken')}
          onConfirm={() => carryOut(asked)}
          onClose={() => setAsked(null)}
        >
          <p>{words[asked]}</p>
        </ActDialog>
      ) : null}
    </>
  )
}
