import type { DeliveryQuery } from '@jianbao/edition/contract'
import { type BoardAsk, DeliveryBoard } from '@jianbao/edition/desk/parts'
import { ExportButton, receiveFile, useFilters, usePhone, useProblemText } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { Missive } from '../contract/index.ts'
import { FiguresBox } from './figures-box.tsx'
import { FrozenPaper } from './frozen-paper.tsx'
import { ItemsBox } from './items-box.tsx'
import styles from './missive.module.css'
import { missiveCalls, missiveDeliveriesQuery } from './missive.queries.ts'
import { missiveTexts } from './missive.texts.ts'
import { MissiveHead } from './missive-head.tsx'
import { PagesPane } from './pages-pane.tsx'
import { SignBar } from './sign-bar.tsx'

const noWords = {}

/** What is waiting for the signature, or was issued: its pages, its items, what came back. */
export function ReadView({ missive }: { readonly missive: Missive }) {
  const t = missiveTexts.useTexts()
  return (
    <>
      <MissiveHead missive={missive} actions={<Downloads missive={missive} />} />
      {missive.delivered ? <Deliveries missive={missive} /> : null}
      <div className={`${styles['read']} ${missive.delivered ? styles['whole'] : ''}`}>
        {missive.delivered ? (
          <FrozenPaper id={missive.id} />
        ) : (
          <PagesPane missive={missive} words={noWords} />
        )}
        <div className={styles['side']}>
          <FiguresBox missive={missive} />
          <ItemsBox missive={missive} />
        </div>
      </div>
      <SignBar
        missive={missive}
        changed={missive.changed > 0 ? t('changed', { count: missive.changed }) : null}
      />
    </>
  )
}

function Downloads({ missive }: { readonly missive: Missive }) {
  const t = missiveTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const get = (format: 'pdf' | 'docx') =>
    void receiveFile(`/api/missives/${missive.id}/file`, { query: { format } }).catch(error =>
      message.error(text(error)),
    )
  return (
    <>
      <Button onClick={() => get('pdf')}>{t('format.pdf')}</Button>
      <Button onClick={() => get('docx')}>{t('format.docx')}</Button>
    </>
  )
}

function Deliveries({ missive: { id } }: { readonly missive: Missive }) {
  const t = missiveTexts.useTexts()
  const phone = usePhone()
  const [filters] = useFilters<DeliveryQuery>()
  const [asked, setAsked] = useState<BoardAsk>(null)
  const list = useQuery(missiveDeliveriesQuery(id, filters))
  const { page: _, pageSize: __, ...shown } = filters
  const may = list.data?.actions ?? []
  return (
    <section aria-labelledby="missive-deliveries">
      <div className={styles['head']}>
        <h2 id="missive-deliveries">{t('deliveries')}</h2>
        <span className={styles['turn']}>
          {phone ? null : (
            <ExportButton
              path={`/api/missives/${id}/deliveries/export`}
              order={{ body: shown }}
              label={t('exportDeliveries')}
            />
          )}
          {may.includes('add') ? <Button onClick={() => setAsked('add')}>{t('add')}</Button> : null}
          {may.includes('remind') ? <Button onClick={() => setAsked('all')}>{t('remindAll')}</Button> : null}
        </span>
      </div>
      <DeliveryBoard list={list} calls={missiveCalls(id)} asked={asked} onAsk={setAsked} />
    </section>
  )
}
