import { formatInstant } from '@jianbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { deviceDrafts } from '../form/device-drafts.ts'
import { usePersonId } from '../report.queries.ts'
import { reportTexts } from '../report.texts.ts'
import styles from './mine.module.css'

/** What only this device has, of this person alone: it is shown first, nobody else can find it. */
export function DeviceDraftList() {
  const t = reportTexts.useTexts()
  const personId = usePersonId()
  const client = useQueryClient()
  const { modal } = App.useApp()
  const kept = useQuery({
    queryKey: ['device-drafts', personId],
    queryFn: async () => (await deviceDrafts(personId!).list()).filter(({ onServer }) => !onServer),
    enabled: personId !== null,
    staleTime: 0,
  })
  if (!kept.data?.length) return null
  const drop = (reportId: string, title: string) =>
    modal.confirm({
      title: t('dropTitle', { title }),
      content: t('dropWords'),
      okText: t('drop'),
      cancelText: t('cancel'),
      focusable: { autoFocusButton: 'cancel' },
      onOk: async () => {
        await deviceDrafts(personId!).drop(reportId)
        await client.invalidateQueries({ queryKey: ['device-drafts'] })
      },
    })
  return (
    <section className={styles['device']} aria-labelledby="device-drafts">
      <h2 id="device-drafts">{t('onDevice')}</h2>
      <ul>
        {kept.data.map(({ reportId, mine, base, keptAt }) => {
          const title = mine.title || mine.proposal?.title?.text || mine.body.slice(0, 24) || t('untitled')
          return (
            <li key={reportId}>
              <Link to="/reports/$id/edit" params={{ id: reportId }} search={base ? {} : { new: true }}>
                {title}
              </Link>
              <time dateTime={keptAt}>{formatInstant(keptAt)}</time>
              <Button size="small" type="text" onClick={() => drop(reportId, title)}>
                {t('drop')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
