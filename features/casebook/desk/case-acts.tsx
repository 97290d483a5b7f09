import { ActDialog } from '@jianbao/organisation/desk/parts'
import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { type CaseRecord, caseDeeds } from '../contract/index.ts'
import styles from './case.module.css'
import { useCaseStep } from './case.queries.ts'
import { caseTexts } from './case.texts.ts'
import { CaseTag } from './case-rows.tsx'

type Deed = (typeof caseDeeds)[number] | 'remove'
const deeds: readonly Deed[] = [...caseDeeds, 'remove']
const main: readonly Deed[] = ['approve', 'publish']

/** Where the case is in its course, and the buttons that the server says the caller may press. */
export function CaseActs({ record }: { readonly record: CaseRecord }) {
  const t = caseTexts.useTexts()
  const [asked, setAsked] = useState<Deed | null>(null)
  const may = deeds.filter(deed => record.actions.includes(deed))
  return (
    <section className={`${styles['card']} ${styles['course']}`} aria-labelledby="case-course">
      <div className={styles['cardHead']}>
        <h2 id="case-course">{t('course')}</h2>
        <CaseTag state={record.state} />
      </div>
      <p className={styles['note']}>{t(`note.${record.state}`)}</p>
      <div className={styles['buttons']}>
        {may.map(deed => (
          <Button
            key={deed}
            {...(main.includes(deed) ? { type: 'primary' as const } : {})}
            danger={deed === 'remove'}
            onClick={() => setAsked(deed)}
          >
            {t(deed)}
          </Button>
        ))}
        {record.state === 'public' ? (
          <a href={`/cases/${record.id}`} target="_blank" rel="noreferrer">
            {t('seePublic')}
          </a>
        ) : null}
      </div>
      {asked ? <Ask deed={asked} record={record} onClose={() => setAsked(null)} /> : null}
    </section>
  )
}

type AskProps = { readonly deed: Deed; readonly record: CaseRecord; readonly onClose: () => void }

function Ask({ deed, record, onClose }: AskProps) {
  const t = caseTexts.useTexts()
  const { message } = App.useApp()
  const step = useCaseStep(record)
  const navigate = useNavigate()
  const confirm = async () => {
    await step.mutateAsync({ act: deed })
    void message.success(t(`done.${deed}`))
    if (deed === 'remove') void navigate({ to: '/cases' })
  }
  return (
    <ActDialog
      title={t(`${deed}Title`)}
      confirm={t(deed)}
      cancel={t('cancel')}
      danger={deed === 'remove' || deed === 'withdraw'}
      blocked={false}
      overtaken={t('overtaken')}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t(`${deed}Words`)}</p>
    </ActDialog>
  )
}
