import { AbsentRecord, BackToList, formatInstant, isMissing, PageHeader } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Draw } from '../../contract/index.ts'
import { CommitmentCard } from './commitment-card.tsx'
import styles from './draw.module.css'
import { drawQuery } from './draw.queries.ts'
import { drawTexts } from './draw.texts.ts'
import { DrawCard } from './draw-card.tsx'
import { DrawDialog } from './draw-dialog.tsx'
import { DrawRegister } from './draw-register.tsx'
import { DrawResult } from './draw-result.tsx'
import { DrawTag } from './draw-rows.tsx'
import { DrawStrata } from './draw-strata.tsx'
import { PreparedDraw } from './prepared-draw.tsx'

export default function DrawPage() {
  const t = drawTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const draw = useQuery(drawQuery(id))
  if (draw.data && !isMissing(draw.error)) return <OpenDraw key={id} draw={draw.data} />
  return (
    <AbsentRecord
      query={draw}
      list="/draws"
      title={t('one')}
      back={t('back')}
      missing={t('missing')}
      goList={t('goList')}
    />
  )
}

function OpenDraw({ draw }: { readonly draw: Draw }) {
  const t = drawTexts.useTexts()
  return (
    <>
      <PageHeader
        title={draw.name}
        back={<BackToList to="/draws">{t('back')}</BackToList>}
        note={
          <>
            <DrawTag state={draw.state} /> {[draw.unitName, draw.campaignName].filter(Boolean).join(' · ')}
          </>
        }
      />
      {draw.state === 'preparing' ? <PreparedDraw draw={draw} /> : <Committed draw={draw} />}
    </>
  )
}

function Committed({ draw }: { readonly draw: Draw }) {
  const t = drawTexts.useTexts()
  const [voiding, setVoiding] = useState(false)
  return (
    <div className={styles['page']}>
      <div className={styles['side']}>
        <DrawStrata draw={draw} />
        <History draw={draw} />
        {draw.actions.includes('void') ? (
          <span>
            <Button danger onClick={() => setVoiding(true)}>
              {t('voidAct')}
            </Button>
          </span>
        ) : null}
      </div>
      <div className={styles['main']}>
        {draw.voidedAt !== null ? (
          <p className={styles['blocked']} role="note">
            {t('voided', { at: formatInstant(draw.voidedAt), reason: draw.voidReason ?? '' })}
          </p>
        ) : null}
        {draw.actions.includes('draw') ? <DrawCard draw={draw} /> : null}
        {draw.reveal ? <DrawResult draw={draw} reveal={draw.reveal} /> : null}
        {draw.commit ? <CommitmentCard draw={draw} commit={draw.commit} /> : null}
        <DrawRegister draw={draw} />
      </div>
      {voiding ? <DrawDialog deed="void" draw={draw} onClose={() => setVoiding(false)} /> : null}
    </div>
  )
}

function History({ draw: { history } }: { readonly draw: Draw }) {
  const t = drawTexts.useTexts()
  return (
    <section className={styles['card']} aria-labelledby="draw-history">
      <h2 id="draw-history">{t('history')}</h2>
      <ol className={styles['history']}>
        {history.map(({ at, action, byName }) => (
          <li key={`${at} ${action}`}>
            <span>
              {byName} {t(`step.${action}`)}
            </span>
            <span className={styles['faint']}>{formatInstant(at)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
