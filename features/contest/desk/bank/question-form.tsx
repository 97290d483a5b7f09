import { FormDrawer } from '@jianbao/organisation/desk/parts'
import { useProblemText, useSending } from '@jianbao/ui'
import { App } from 'antd'
import { useState } from 'react'
import type { Question } from '../../contract/index.ts'
import styles from './bank.module.css'
import { removePicture, saveQuestion, setPicture, useRefreshBanks } from './bank.queries.ts'
import { bankTexts } from './bank.texts.ts'
import { NearNotice } from './near-notice.tsx'
import { type PictureChange, PictureField } from './picture-field.tsx'
import { QuestionFields } from './question-fields.tsx'
import { noValues, type QuestionValues, valuesOf, wordsOf } from './question-values.ts'

type QuestionFormProps = {
  readonly bankId: string
  /** Null: a new one. */
  readonly question: Question | null
  readonly categories: readonly string[]
  readonly onClose: () => void
}

/** Writes a question; what the bank has like it is shown meanwhile. */
export function QuestionForm({ bankId, question, categories, onClose }: QuestionFormProps) {
  const t = bankTexts.useTexts()
  const problem = useProblemText()
  const { message } = App.useApp()
  const refresh = useRefreshBanks()
  const sending = useSending(onClose)
  const [values, setValues] = useState<QuestionValues>(question ? valuesOf(question) : noValues)
  const [picture, setPictureChange] = useState<PictureChange>(undefined)
  const [tried, setTried] = useState(false)
  const words = wordsOf(values)
  const save = () => {
    setTried(true)
    if (!values.stem.trim()) return
    void sending.send(async () => {
      const saved = await saveQuestion(bankId, question, words)
      try {
        if (picture) await setPicture(saved, picture)
        else if (picture === null && saved.pictureId) await removePicture(saved)
        void message.success(t('saved'))
      } catch (error) {
        // The words are kept: sending them again would be told that they are there already.
        void message.error(t('pictureFailed') + problem(error), 8)
      }
      void refresh()
    })
  }
  return (
    <FormDrawer
      title={t(question ? 'editQuestion' : 'newQuestion')}
      save={t('save')}
      cancel={t('cancel')}
      overtaken={t('overtaken')}
      sending={sending}
      onSend={save}
      onClose={onClose}
    >
      {question?.state === 'approved' ? <p className={styles['note']}>{t('editNote')}</p> : null}
      <QuestionFields
        values={values}
        categories={categories}
        tried={tried}
        onChange={change => setValues(before => ({ ...before, ...change }))}
      />
      <NearNotice bankId={bankId} words={{ ...words, ...(question ? { except: question.id } : {}) }} />
      <PictureField
        shown={question?.pictureId ? `/api/questions/${question.id}/picture?v=${question.version}` : null}
        change={picture}
        onChange={setPictureChange}
      />
    </FormDrawer>
  )
}
