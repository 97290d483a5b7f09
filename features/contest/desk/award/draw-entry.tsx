import { ActDialog } from '@jianbao/organisation/desk/parts'
import { ExportButton, FormField, formatCount, StateTag } from '@jianbao/ui'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { ContestAwards, LotteryDraw } from '../../contract/index.ts'
import { momentWords } from '../setup/contest-values.ts'
import styles from './award.module.css'
import { useLotteryStep } from './award.queries.ts'
import { awardTexts } from './award.texts.ts'
import { Hashes } from './hashes.tsx'

type DrawProps = { readonly awards: ContestAwards; readonly draw: LotteryDraw }
const tones = { committed: 'doubt', drawn: 'good', void: 'quiet' } as const

/** One draw: its commitment, what is still to be done, who won. */
export function DrawEntry({ awards, draw }: DrawProps) {
  const t = awardTexts.useTexts()
  const [voiding, setVoiding] = useState(false)
  const page = `/contests/${awards.slug}/draws/${draw.no}`
  return (
    <article className={styles['card']} aria-labelledby={`draw-${draw.no}`}>
      <div className={styles['head']}>
        <h3 id={`draw-${draw.no}`}>{draw.name}</h3>
        <StateTag tone={tones[draw.state]}>{t(`state.${draw.state}`)}</StateTag>
      </div>
      <p className={styles['note']}>
        {[
          t('drawFacts', { eligible: formatCount(draw.eligible), count: draw.count }),
          draw.day === null ? t('forAll') : t('forDay', { day: draw.day }),
          draw.prize,
          t('committedBy', { name: draw.byName, at: momentWords(draw.committedAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {draw.voidedAt !== null ? (
        <p className={styles['blocked']} role="note">
          {t('voidedWhy', { at: momentWords(draw.voidedAt), reason: draw.voidReason ?? '' })}
        </p>
      ) : null}
      {draw.actions.includes('run') ? <RunDraw awards={awards} draw={draw} /> : null}
      {draw.winners.length > 0 ? <Winners draw={draw} /> : null}
      <Hashes
        title={draw.name}
        rows={[
          [t('registerHash'), draw.registerHash],
          [t('seedHash'), draw.seedHash],
          ...(draw.contribution === null ? [] : [[t('said'), draw.contribution] as const]),
        ]}
      />
      <div className={styles['buttons']}>
        {draw.state === 'drawn' && draw.actions.includes('void') ? (
          <ExportButton
            path={`/api/contests/${awards.id}/lotteries/${draw.id}/export`}
            order={{ body: {} }}
            label={t('exportWinners')}
          />
        ) : null}
        <a href={page} target="_blank" rel="noreferrer">
          {t('publicPage')}
        </a>
        <a href={`${page}/file`} download>
          {t('file')}
        </a>
        {draw.actions.includes('void') ? (
          <Button danger type="text" onClick={() => setVoiding(true)}>
            {t('voidAct')}
          </Button>
        ) : null}
      </div>
      {voiding ? <VoidDraw awards={awards} draw={draw} onClose={() => setVoiding(false)} /> : null}
    </article>
  )
}

function RunDraw({ awards, draw }: DrawProps) {
  const t = awardTexts.useTexts()
  const { message } = App.useApp()
  const step = useLotteryStep(awards.id)
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const [asked, setAsked] = useState(false)
  const lacking = said.trim() === ''
  const run = async () => {
    await step.mutateAsync({ act: 'run', drawId: draw.id, version: draw.version, contribution: said.trim() })
    void message.success(t('done.run'))
  }
  return (
    <form
      className={styles['form']}
      onSubmit={event => {
        event.preventDefault()
        setTried(true)
        if (!lacking) setAsked(true)
      }}
    >
      <FormField label={t('said')} hint={t('saidHint')} problem={tried && lacking ? t('mustSay') : null}>
        <Input
          size="large"
          autoComplete="off"
          maxLength={200}
          value={said}
          onChange={event => setSaid(event.target.value)}
        />
      </FormField>
      <span>
        <Button type="primary" htmlType="submit">
          {t('run')}
        </Button>
      </span>
      {asked ? (
        <ActDialog
          title={t('runTitle')}
          confirm={t('run')}
          cancel={t('cancel')}
          overtaken={t('overtaken')}
          onConfirm={run}
          onClose={() => setAsked(false)}
        >
          <p>{t('runWords', { said: said.trim() })}</p>
        </ActDialog>
      ) : null}
    </form>
  )
}

function Winners({ draw: { winners } }: { readonly draw: LotteryDraw }) {
  const t = awardTexts.useTexts()
  return (
    <div className={styles['wide']}>
      <table className={styles['table']} aria-label={t('winners')}>
        <thead>
          <tr>
            <th scope="col">{t('place')}</th>
            <th scope="col">{t('colName')}</th>
            <th scope="col">{t('colUnit')}</th>
            <th scope="col">{t('code')}</th>
          </tr>
        </thead>
        <tbody>
          {winners.map(({ place, name, unit, code }) => (
            <tr key={code}>
              <td>{place}</td>
              <th scope="row">{name}</th>
              <td>{unit}</td>
              <td>
                <code className={styles['code']}>{code}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function VoidDraw({ awards, draw, onClose }: DrawProps & { readonly onClose: () => void }) {
  const t = awardTexts.useTexts()
  const { message } = App.useApp()
  const step = useLotteryStep(awards.id)
  const [reason, setReason] = useState('')
  const act = async () => {
    await step.mutateAsync({ act: 'void', drawId: draw.id, version: draw.version, reason: reason.trim() })
    void message.success(t('done.void'))
  }
  return (
    <ActDialog
      title={t('voidTitle')}
      confirm={t('voidAct')}
      cancel={t('cancel')}
      danger
      blocked={reason.trim().length < 2}
      overtaken={t('overtaken')}
      onConfirm={act}
      onClose={onClose}
    >
      <p>{t('voidWords')}</p>
      <FormField label={t('voidReason')}>
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={500}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
      </FormField>
    </ActDialog>
  )
}
