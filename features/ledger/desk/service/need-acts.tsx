import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { NeedAction, NeedRecord } from '../../contract/index.ts'
import { NeedDialog } from './need-dialog.tsx'
import styles from './service.module.css'
import { type NeedStep, useNeedStep } from './service.queries.ts'
import { serviceTexts } from './service.texts.ts'

/** The buttons that the server says the caller may press. */
export function NeedActs({ need }: { readonly need: NeedRecord }) {
  const t = serviceTexts.useTexts()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<NeedAction | null>(null)
  const step = useNeedStep(need)
  const send = async (wish: NeedStep) => {
    const { unitName, need: after } = await step.mutateAsync(wish)
    void message.success(t(`done.${wish.act}`, { unit: unitName }))
    if (!after) void navigate({ to: '/needs' })
  }
  return (
    <section className={`${styles['card']} ${styles['course']}`} aria-labelledby="need-acts">
      <h2 id="need-acts">{t('decide')}</h2>
      <div className={styles['buttons']}>
        {need.actions.map(action => (
          <Button
            key={action}
            {...(action === 'accept' || action === 'reconsider' ? { type: 'primary' as const } : {})}
            onClick={() => setAsked(action)}
          >
            {t(action)}
          </Button>
        ))}
      </div>
      {asked ? <NeedDialog need={need} action={asked} onSend={send} onClose={() => setAsked(null)} /> : null}
    </section>
  )
}
