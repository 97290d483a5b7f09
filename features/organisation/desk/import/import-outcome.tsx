import { formatCount, useProblemText } from '@jianbao/ui'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import type { Import } from '../../contract/index.ts'
import styles from './import.module.css'
import { useImportStep } from './import.queries.ts'
import { importTexts } from './import.texts.ts'
import { SaveButton } from './import-start.tsx'
import { useCountWords } from './import-state.tsx'
import { SheetDrop } from './sheet-drop.tsx'

/** What came of the check or the writing, and what to do next. */
export function ImportOutcome({ sheet }: { sheet: Import }) {
  const t = importTexts.useTexts()
  const counts = useCountWords()
  const { state, problem } = sheet
  const words = counts(sheet)
  if (state === 'checked')
    return (
      <Notice tone="ask" title={t('checkedTitle')} words={t('checkedWords')}>
        <strong className={styles['counts']}>{words}</strong>
        <Decision sheet={sheet} />
        <Annotated sheet={sheet} />
      </Notice>
    )
  if (state === 'refused')
    return (
      <Notice
        tone="bad"
        title={t('refusedTitle', { count: formatCount(sheet.counts.problems) })}
        words={t('refusedWords')}
      >
        <Annotated sheet={sheet} />
        <Again sheet={sheet} />
      </Notice>
    )
  if (state === 'failed')
    return (
      <Notice tone="bad" title={t('failedTitle')} words={problem?.message ?? ''}>
        <Again sheet={sheet} />
      </Notice>
    )
  if (state === 'withdrawn') return <Notice tone="quiet" title={t('withdrawn')} words="" />
  if (state !== 'done') return null
  const same = sheet.counts.new + sheet.counts.changed === 0
  return (
    <Notice tone="good" title={t(same ? 'doneSame' : 'doneTitle')} words={same ? '' : words}>
      <Link to={sheet.kind === 'units' ? '/units' : '/people'}>
        {t(sheet.kind === 'units' ? 'seeUnits' : 'seePeople')}
      </Link>
      <Annotated sheet={sheet} />
    </Notice>
  )
}

type NoticeProps = {
  readonly tone: 'ask' | 'bad' | 'good' | 'quiet'
  readonly title: string
  readonly words: string
  readonly children?: ReactNode
}

function Notice({ tone, title, words, children }: NoticeProps) {
  return (
    <section className={styles['outcome']} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <h2>{title}</h2>
      {words ? <p>{words}</p> : null}
      {children ? <div className={styles['buttons']}>{children}</div> : null}
    </section>
  )
}

function Decision({ sheet }: { sheet: Import }) {
  const t = importTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const step = useImportStep(sheet.id)
  const take = (action: 'confirm' | 'withdraw') =>
    step.mutate(action, { onError: error => void message.error(text(error)) })
  const count = formatCount(sheet.counts.new + sheet.counts.changed)
  return (
    <>
      {sheet.actions.includes('confirm') ? (
        <Button type="primary" loading={step.isPending} onClick={() => take('confirm')}>
          {t('confirm', { count })}
        </Button>
      ) : null}
      {sheet.actions.includes('withdraw') ? (
        <Button disabled={step.isPending} onClick={() => take('withdraw')}>
          {t('withdraw')}
        </Button>
      ) : null}
    </>
  )
}

function Annotated({ sheet }: { sheet: Import }) {
  const t = importTexts.useTexts()
  if (!sheet.annotated) return null
  return <SaveButton words={t('download')} path={`/api/imports/${sheet.id}/result`} order={{ body: {} }} />
}

/** The mended sheet becomes an import of its own. */
function Again({ sheet }: { sheet: Import }) {
  const t = importTexts.useTexts()
  const navigate = useNavigate()
  return (
    <SheetDrop
      kind={sheet.kind}
      words={t('again')}
      onSent={sent => void navigate({ to: '/imports/$id', params: { id: sent.id } })}
    />
  )
}
