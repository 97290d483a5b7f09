import { CameraOutlined, CloseOutlined, PaperClipOutlined } from '@ant-design/icons'
import { FormDrawer } from '@jianbao/organisation/desk/parts'
import { FormField, formatCount, useMedia, usePhone, useSending } from '@jianbao/ui'
import { App, Button, Checkbox, InputNumber, Slider } from 'antd'
import { useState } from 'react'
import { engineTexts } from '../../engine.texts.ts'
import { FilePicker } from '../file-picker.tsx'
import styles from '../item.module.css'
import { isCounted } from '../item.progress.ts'
import { itemTexts } from '../item.texts.ts'
import { useDeed } from '../use-deed.ts'
import { useDayWords } from '../use-item-words.ts'
import { sendProofFiles } from '../use-proof-files.ts'
import type { DeedProps } from './deed-props.ts'
import { isSaid, WordsField } from './words-field.tsx'

/** 填报进展: how far it is, which milestones are reached, what was spent, with photos of it. */
export function ProgressForm({ item, onClose }: DeedProps) {
  const t = itemTexts.useTexts()
  const action = engineTexts.useTexts()
  const dayWords = useDayWords()
  const touch = [useMedia('(pointer: coarse)'), usePhone()].some(Boolean)
  const { message } = App.useApp()
  const { run, overtaken } = useDeed(item)
  const sending = useSending(onClose)
  const [words, setWords] = useState('')
  const [percent, setPercent] = useState(item.percent)
  const [reached, setReached] = useState(
    item.milestones.filter(({ done }) => done !== null).map(({ no }) => no),
  )
  const [spent, setSpent] = useState(item.spent)
  const [files, setFiles] = useState<readonly File[]>([])
  const [tried, setTried] = useState(false)
  const add = (more: Iterable<File>) => setFiles(before => [...before, ...more])
  const submit = async () => {
    const body = {
      words: words.trim(),
      ...(isCounted(item) ? {} : { percent }),
      ...(item.milestones.length > 0 ? { reached } : {}),
      ...(spent === item.spent ? {} : { spent }),
    }
    const after = await run((acts, version) => acts.act('progress', { version, ...body }))
    void message.success(t('done.progress'))
    await sendFiles(after.version)
  }
  // The progress stands by now: a photo that failed must not have it sent twice.
  const sendFiles = async (version: number) => {
    let left = files
    try {
      await run(acts =>
        sendProofFiles(
          files,
          { id: item.id, version },
          () => undefined,
          answer => {
            left = left.slice(1)
            void acts.keep(Promise.resolve(answer))
          },
        ),
      )
    } catch {
      void message.error(t('progressPhotoFail', { name: left[0]?.name ?? '' }))
    }
  }
  return (
    <FormDrawer
      title={action('action.progress')}
      save={action('action.progress')}
      cancel={t('cancel')}
      overtaken={overtaken}
      sending={sending}
      onClose={onClose}
      onSend={() => {
        setTried(true)
        if (isSaid(words)) void sending.send(submit)
      }}
    >
      <WordsField
        label={t('progressWords')}
        hint={t('progressHint')}
        problem={tried && !isSaid(words) ? t('wordsMust') : null}
        value={words}
        onChange={setWords}
        rows={4}
      />
      <div className={styles['attach']}>
        {touch ? (
          <FilePicker
            camera
            label={t('takePhoto')}
            icon={<CameraOutlined aria-hidden="true" />}
            onFiles={add}
          />
        ) : null}
        <FilePicker
          label={t('progressPhotos')}
          icon={<PaperClipOutlined aria-hidden="true" />}
          onFiles={add}
        />
      </div>
      {files.length > 0 ? (
        <ul className={styles['chosenFiles']}>
          {files.map((file, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: photos of a phone share one name
            <li key={`${file.name} ${at}`}>
              {file.name}
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined aria-hidden="true" />}
                aria-label={t('removeFile', { name: file.name })}
                onClick={() => setFiles(files.filter(one => one !== file))}
              />
            </li>
          ))}
        </ul>
      ) : null}
      {item.target && isCounted(item) ? (
        <p className={styles['note']}>
          {t('progressTarget', {
            reached: formatCount(item.reached),
            value: formatCount(item.target.value),
            unit: item.target.unit,
          })}
        </p>
      ) : (
        <fieldset className={styles['field']}>
          <legend>
            {t('progressPercent')} <strong>{percent}%</strong>
          </legend>
          <Slider
            value={percent}
            step={5}
            onChange={setPercent}
            ariaLabelForHandle={t('progressPercent')}
            tooltip={{ formatter: value => `${value}%` }}
          />
        </fieldset>
      )}
      {item.milestones.length > 0 ? (
        <fieldset className={styles['field']}>
          <legend>{t('progressReached')}</legend>
          {item.milestones.map(({ no, name, day }) => (
            <Checkbox
              key={no}
              checked={reached.includes(no)}
              onChange={event =>
                setReached(event.target.checked ? [...reached, no] : reached.filter(one => one !== no))
              }
            >
              {name} <span className={styles['faint']}>{dayWords(day)}</span>
            </Checkbox>
          ))}
        </fieldset>
      ) : null}
      {item.budget === null && item.spent === null ? null : (
        <FormField label={t('progressSpent')}>
          <InputNumber
            min={0}
            max={1e12}
            precision={2}
            value={spent}
            onChange={value => setSpent(value)}
            style={{ width: '100%' }}
          />
        </FormField>
      )}
    </FormDrawer>
  )
}
