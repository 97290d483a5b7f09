import { FormField } from '@jianbao/ui'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Draw } from '../../contract/index.ts'
import styles from './draw.module.css'
import { drawTexts } from './draw.texts.ts'
import { DrawDialog } from './draw-dialog.tsx'

/** The draw itself: what those present call out is written down, then it is drawn, once. */
export function DrawCard({ draw }: { readonly draw: Draw }) {
  const t = drawTexts.useTexts()
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const [asked, setAsked] = useState(false)
  const lacking = said.trim() === ''
  return (
    <section className={styles['card']} aria-labelledby="draw-now">
      <h2 id="draw-now">{t('drawCard')}</h2>
      <p className={styles['note']}>{t('drawNote')}</p>
      <form
        className={styles['form']}
        onSubmit={event => {
          event.preventDefault()
          setTried(true)
          if (!lacking) setAsked(true)
        }}
      >
        <FormField
          label={t('drawField')}
          hint={t('drawFieldHint')}
          problem={tried && lacking ? t('must') : null}
        >
          <Input
            size="large"
            autoComplete="off"
            maxLength={200}
            value={said}
            onChange={event => setSaid(event.target.value)}
          />
        </FormField>
        <span>
          <Button type="primary" size="large" htmlType="submit">
            {t('draw')}
          </Button>
        </span>
      </form>
      {asked ? (
        <DrawDialog deed="draw" draw={draw} said={said.trim()} onClose={() => setAsked(false)} />
      ) : null}
    </section>
  )
}
