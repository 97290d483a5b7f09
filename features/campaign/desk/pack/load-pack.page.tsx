import { UploadOutlined } from '@ant-design/icons'
import { ProblemError } from '@jianbao/client'
import { type PickedUnit, UnitPicker } from '@jianbao/organisation/desk/parts'
import { PageHeader, ProblemNotice, useFilters, useWindowDrop } from '@jianbao/ui'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useRef, useState } from 'react'
import { useCampaignStep } from '../campaign.queries.ts'
import { campaignTexts } from '../campaign.texts.ts'
import styles from './pack.module.css'
import { packTexts } from './pack.texts.ts'
import { PackFaults, PackOutcome } from './pack-outcome.tsx'
import { usePackCheck } from './use-pack-check.ts'

/** Drop a pack, see what it would change, confirm it. */
export default function LoadPackPage() {
  const t = packTexts.useTexts()
  const tc = campaignTexts.useTexts()
  const [{ unit: given }] = useFilters<{ unit?: string }>()
  const [other, setOther] = useState<PickedUnit | null>(null)
  const [picking, setPicking] = useState(false)
  const unit = other?.id ?? given
  const check = usePackCheck(unit)
  const over = useWindowDrop(({ files }) => files[0] && check.send(files[0]))
  const input = useRef<HTMLInputElement>(null)
  const step = useCampaignStep()
  const navigate = useNavigate()
  const [refused, setRefused] = useState<unknown>(null)
  const { preview, file } = check
  const load = async () => {
    if (!file || !preview) return
    setRefused(null)
    try {
      const done = await step.mutateAsync({ act: 'load', file, unit, version: preview.version })
      await navigate({ to: '/campaigns/$id', params: { id: done.campaign?.id ?? '' } })
    } catch (error) {
      setRefused(error)
    }
  }
  const overtaken = refused instanceof ProblemError && refused.code === 'changed-meanwhile'
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} back={<Link to="/campaigns">← {t('back')}</Link>} />
      <section className={styles['zone']} data-over={over} aria-label={t('choose')}>
        {check.busy ? (
          <span aria-live="polite">{t('reading', { file: check.file?.name ?? '' })}</span>
        ) : (
          <>
            <span className={styles['drop']}>{t(over ? 'dropNow' : 'drop')}</span>
            <Button
              type={preview ? 'default' : 'primary'}
              icon={<UploadOutlined aria-hidden="true" />}
              onClick={() => input.current?.click()}
            >
              {t(preview ? 'again' : 'choose')}
            </Button>
          </>
        )}
        <input
          ref={input}
          type="file"
          accept=".zip,application/zip"
          hidden
          aria-label={t('choose')}
          onChange={event => {
            const [chosen] = event.target.files ?? []
            if (chosen) check.send(chosen)
            event.target.value = ''
          }}
        />
      </section>
      {preview || given || picking ? null : (
        <p className={styles['for']}>
          {t('forOwn')}
          <Button size="small" onClick={() => setPicking(true)}>
            {t('forOther')}
          </Button>
        </p>
      )}
      {picking && !preview ? <UnitPicker label={t('for')} value={other} onChange={setOther} /> : null}
      {check.error ? <ProblemNotice error={check.error} /> : null}
      {overtaken ? <Alert type="warning" showIcon role="alert" title={t('theirs')} /> : null}
      {refused && !overtaken ? <ProblemNotice error={refused} /> : null}
      {preview?.faults.length ? <PackFaults preview={preview} fileName={file?.name ?? ''} /> : null}
      {preview?.campaign ? (
        <PackOutcome preview={preview}>
          {preview.changes.length ? (
            <Button type="primary" loading={step.isPending} disabled={overtaken} onClick={() => void load()}>
              {t(preview.campaignId ? 'confirmRenew' : 'confirmNew')}
            </Button>
          ) : null}
          {preview.campaignId ? (
            <Link to="/campaigns/$id" params={{ id: preview.campaignId }}>
              {t('see')}
            </Link>
          ) : null}
          <span className={styles['soft']}>{`${tc('unit')} ${preview.unitName}`}</span>
        </PackOutcome>
      ) : null}
    </>
  )
}
