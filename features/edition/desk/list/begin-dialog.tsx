import { FormField, ListSkeleton, ProblemNotice, useFocusBack, useSending } from '@jianbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { editionKey, putEdition } from '../edition.queries.ts'
import { seriesListQuery } from '../series/series.queries.ts'
import styles from './list.module.css'
import { beginEdition } from './list.queries.ts'
import { listTexts } from './list.texts.ts'

type BeginDialogProps = { readonly onClose: () => void }

/** Begins an issue and goes to it. */
export function BeginDialog({ onClose }: BeginDialogProps) {
  const t = listTexts.useTexts()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const list = useQuery(seriesListQuery({ state: 'active', pageSize: 100 }))
  const series = (list.data?.rows ?? []).filter(({ actions }) => actions.includes('compose'))
  const [chosen, setChosen] = useState<string | null>(null)
  const seriesId = chosen ?? series[0]?.id
  const [special, setSpecial] = useState(false)
  const { busy, error, send } = useSending(onClose)
  useFocusBack()
  const begin = () =>
    send(async () => {
      const edition = await beginEdition({ seriesId: seriesId!, special })
      await putEdition(client, edition)
      void client.invalidateQueries({ queryKey: [editionKey, 'list'] })
      void message.success(t('begun'))
      void navigate({ to: '/editions/$id', params: { id: edition.id } })
    })
  return (
    <Modal open title={t('beginTitle')} footer={null} width={480} onCancel={onClose}>
      <form
        className={styles['form']}
        onSubmit={event => {
          event.preventDefault()
          if (seriesId) void begin()
        }}
      >
        {list.error ? <ProblemNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.isPending ? <ListSkeleton rows={3} /> : null}
        {!list.data ? null : series.length === 0 ? (
          <p>
            {t('noSeries')} <Link to="/series">{t('goSeries')}</Link>
          </p>
        ) : (
          <>
            <FormField label={t('series')}>
              <Select
                value={seriesId ?? null}
                onChange={setChosen}
                options={series.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </FormField>
            <Radio.Group
              aria-label={t('kind')}
              value={special}
              onChange={event => setSpecial(event.target.value)}
              options={[
                { value: false, label: t('ordinary') },
                { value: true, label: t('specialKind') },
              ]}
            />
            <p className={styles['soft']}>{t('beginNote')}</p>
          </>
        )}
        {error ? <ProblemNotice error={error} /> : null}
        <div className={styles['foot']}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy} disabled={!seriesId}>
            {t('begin')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
