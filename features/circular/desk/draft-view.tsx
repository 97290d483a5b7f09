import { ActDialog } from '@jianbao/organisation/desk/parts'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Checkbox } from 'antd'
import { useEffect, useState } from 'react'
import type { Missive, MissiveWords } from '../contract/index.ts'
import { ItemsBox } from './items-box.tsx'
import styles from './missive.module.css'
import { doDeed, doWithBatch, editMissive, removeMissive } from './missive.queries.ts'
import { missiveTexts } from './missive.texts.ts'
import { MissiveHead } from './missive-head.tsx'
import { PagesPane } from './pages-pane.tsx'
import { useMissiveActs } from './use-missive-acts.ts'
import { WordsForm } from './words-form.tsx'

const wordsOf = (missive: Missive): MissiveWords => ({
  numberWord: missive.numberWord,
  title: missive.title,
  salutation: missive.salutation,
  opening: missive.opening,
  closing: missive.closing,
  remark: missive.remark,
  signedBy: missive.signedBy,
  seal: missive.seal,
  tablePlace: missive.tablePlace,
  replyDueDay: missive.replyDueDay,
  copies: missive.copies,
})

/** A draft: its words beside the pages they make. */
export function DraftView({ missive }: { readonly missive: Missive }) {
  const t = missiveTexts.useTexts()
  const navigate = useNavigate()
  const { act, press, busy } = useMissiveActs(missive.id)
  const [change, setChange] = useState<Partial<MissiveWords>>({})
  const [wholeBatch, setWholeBatch] = useState(false)
  const [removing, setRemoving] = useState(false)
  const unsaved = Object.keys(change).length > 0
  useLeaveWarning(unsaved)
  const { id, version, batch } = missive
  const save = async (): Promise<number | null> => {
    if (!unsaved) return version
    let saved: Missive | null = null
    const done = await press(async () => {
      saved = await editMissive(id, { version, ...change, ...(wholeBatch ? { wholeBatch } : {}) })
      return saved
    }, t('saved'))
    if (!done || !saved) return null
    setChange({})
    return (saved as Missive).version
  }
  const submit = async () => {
    const newest = await save()
    if (newest !== null) await press(() => doDeed(id, 'submit', newest), t('submitted'))
  }
  const submitAll = async () => {
    if ((await save()) !== null) await press(() => doWithBatch(missive.batchId, 'submit'), t('submitted'))
  }
  const refresh = async () => {
    const newest = await save()
    if (newest !== null) await press(() => doDeed(id, 'refresh', newest), t('refreshDone'))
  }
  return (
    <>
      <MissiveHead missive={missive}>
        {missive.changed > 0 ? (
          <Alert
            type="warning"
            showIcon
            title={t('changed', { count: missive.changed })}
            action={
              <Button size="small" disabled={busy} onClick={() => void refresh()}>
                {t('refresh')}
              </Button>
            }
          />
        ) : null}
      </MissiveHead>
      <div className={styles['split']}>
        <div className={styles['side']}>
          <section className={styles['box']} aria-labelledby="missive-words">
            <h2 id="missive-words">{t('draftHead')}</h2>
            <WordsForm
              missive={missive}
              words={{ ...wordsOf(missive), ...change }}
              onWrite={more => setChange(before => ({ ...before, ...more }))}
            />
            {batch.draft > 1 ? (
              <Checkbox checked={wholeBatch} onChange={event => setWholeBatch(event.target.checked)}>
                {t('wholeBatch', { count: batch.draft })}
              </Checkbox>
            ) : null}
          </section>
          <ItemsBox missive={missive} />
        </div>
        <PagesPane missive={missive} words={change} />
      </div>
      <div className={styles['bar']}>
        <Button disabled={!unsaved} loading={busy} onClick={() => void save()}>
          {t('save')}
        </Button>
        <Button type="primary" disabled={busy} onClick={() => void submit()}>
          {t('submit')}
        </Button>
        {batch.draft > 1 ? (
          <Button disabled={busy} onClick={() => void submitAll()}>
            {t('submitBatch', { count: batch.draft })}
          </Button>
        ) : null}
        <Button disabled={busy} onClick={() => void refresh()}>
          {t('refresh')}
        </Button>
        <Button danger type="text" onClick={() => setRemoving(true)}>
          {t('remove')}
        </Button>
        {unsaved ? <span className={styles['soft']}>{t('unsaved')}</span> : null}
      </div>
      {removing ? (
        <ActDialog
          title={t('removeTitle')}
          confirm={t('remove')}
          cancel={t('cancel')}
          danger
          overtaken={t('overtaken')}
          onConfirm={async () => {
            await removeMissive(id, version)
            setChange({})
            await navigate({ to: '/missives' })
            await act(async () => null, t('removed'))
          }}
          onClose={() => setRemoving(false)}
        >
          <p>{t('removeWords', { title: missive.title })}</p>
        </ActDialog>
      ) : null}
    </>
  )
}

/** The browser asks before words are lost with the window. */
function useLeaveWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [unsaved])
}
