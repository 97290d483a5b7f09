import {
  ArrowLeftOutlined,
  ArrowRightOutlined,
  CameraOutlined,
  DeleteOutlined,
  PictureOutlined,
} from '@ant-design/icons'
import { ProgressBar, useMedia, useProblemText, useWindowDrop } from '@jianbao/ui'
import { App, Button, Input } from 'antd'
import { type RefObject, useRef } from 'react'
import { photosPerReport, type ReportPhoto } from '../../contract/index.ts'
import { formTexts } from './form.texts.ts'
import styles from './photo.module.css'
import type { PhotoQueue, WaitingPhoto } from './photo-queue.ts'
import { usePhotos } from './use-draft.ts'

/** Photos with captions and order: from the camera, from files, or dragged onto the page. */
export function PhotoField({ queue }: { queue: PhotoQueue }) {
  const t = formTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const { photos, waiting } = usePhotos(queue)
  const touch = useMedia('(pointer: coarse)')
  const [files, camera] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)]
  const add = (chosen: Iterable<File> | null) => {
    const pictures = [...(chosen ?? [])]
    const over = queue.add(pictures)
    if (over) void message.warning(t('photosFull', { most: photosPerReport, over }))
  }
  const dropped = useWindowDrop(({ files: held }) => {
    const pictures = [...held].filter(file => file.type.startsWith('image/'))
    if (pictures.length) add(pictures)
  })
  const fail = (error: unknown) => void message.error(text(error))
  const full = photos.length + waiting.length >= photosPerReport
  return (
    <fieldset className={styles['group']} data-over={dropped} data-field="photos">
      <legend>{t('photos')}</legend>
      {photos.length + waiting.length > 0 ? (
        <ul className={styles['photos']} aria-label={t('photos')}>
          {photos.map((photo, at) => (
            <PhotoRow key={photo.id} queue={queue} photo={photo} at={at} of={photos.length} onFail={fail} />
          ))}
          {waiting.map(photo => (
            <WaitingRow key={photo.photoId} queue={queue} photo={photo} onFail={fail} />
          ))}
        </ul>
      ) : null}
      <div className={styles['add']}>
        {touch ? (
          <Button
            icon={<CameraOutlined aria-hidden="true" />}
            disabled={full}
            onClick={() => camera.current?.click()}
          >
            {t('takePhoto')}
          </Button>
        ) : null}
        <Button
          icon={<PictureOutlined aria-hidden="true" />}
          disabled={full}
          onClick={() => files.current?.click()}
        >
          {t('choosePhotos')}
        </Button>
        <span className={styles['hint']}>{t(touch ? 'photoHintTouch' : 'photoHint')}</span>
      </div>
      <PhotoInput input={files} onFiles={add} label={t('choosePhotos')} />
      <PhotoInput input={camera} onFiles={add} label={t('takePhoto')} camera />
    </fieldset>
  )
}

type PhotoInputProps = {
  readonly input: RefObject<HTMLInputElement | null>
  readonly onFiles: (files: FileList | null) => void
  readonly label: string
  readonly camera?: boolean
}

function PhotoInput({ input, onFiles, label, camera }: PhotoInputProps) {
  return (
    <input
      ref={input}
      type="file"
      accept="image/*"
      hidden
      aria-label={label}
      {...(camera ? { capture: 'environment' as const } : { multiple: true })}
      onChange={event => {
        onFiles(event.target.files)
        event.target.value = ''
      }}
    />
  )
}

type RowProps<Photo> = {
  readonly queue: PhotoQueue
  readonly photo: Photo
  readonly onFail: (error: unknown) => void
}

function PhotoRow(props: RowProps<ReportPhoto> & { readonly at: number; readonly of: number }) {
  const { queue, photo, at, of, onFail } = props
  const t = formTexts.useTexts()
  const name = photo.caption || t('photoNo', { no: at + 1 })
  const move = (to: number) => queue.move(photo.id, to).catch(onFail)
  return (
    <li>
      <a href={photo.url} target="_blank" rel="noreferrer">
        <img src={`${photo.url}?size=thumb`} alt={name} loading="lazy" />
      </a>
      <Caption
        value={photo.caption}
        no={at + 1}
        onKeep={words => queue.caption(photo.id, words).catch(onFail)}
      />
      <span className={styles['acts']}>
        <Button
          type="text"
          size="small"
          disabled={at === 0}
          icon={<ArrowLeftOutlined aria-hidden="true" />}
          aria-label={t('photoEarlier', { name })}
          onClick={() => void move(at - 1)}
        />
        <Button
          type="text"
          size="small"
          disabled={at === of - 1}
          icon={<ArrowRightOutlined aria-hidden="true" />}
          aria-label={t('photoLater', { name })}
          onClick={() => void move(at + 1)}
        />
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined aria-hidden="true" />}
          aria-label={t('removePhoto', { name })}
          onClick={() => void queue.remove(photo.id).catch(onFail)}
        />
      </span>
    </li>
  )
}

function WaitingRow({ queue, photo, onFail }: RowProps<WaitingPhoto>) {
  const t = formTexts.useTexts()
  const text = useProblemText()
  const percent = Math.round(photo.sent * 100)
  return (
    <li data-waiting>
      <img src={photo.url} alt={photo.caption || t('photoWaiting')} />
      {photo.problem ? (
        <p className={styles['problem']} role="alert">
          {text(photo.problem)}
        </p>
      ) : (
        <>
          <ProgressBar part={photo.sent} label={t('photoSending', { percent })} />
          <span className={styles['hint']}>
            {photo.sent > 0 ? t('photoSending', { percent }) : t('photoWaiting')}
          </span>
        </>
      )}
      <span className={styles['acts']}>
        {photo.problem ? (
          <Button size="small" onClick={() => queue.retry()}>
            {t('photoAgain')}
          </Button>
        ) : null}
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined aria-hidden="true" />}
          aria-label={t('removePhoto', { name: photo.caption || t('photoWaiting') })}
          onClick={() => void queue.remove(photo.photoId).catch(onFail)}
        />
      </span>
    </li>
  )
}

type CaptionProps = {
  readonly value: string
  readonly no: number
  readonly onKeep: (words: string) => unknown
}

/** Kept when the field is left: a caption is no word for every letter. */
function Caption({ value, no, onKeep }: CaptionProps) {
  const t = formTexts.useTexts()
  return (
    <Input
      aria-label={t('captionOf', { no })}
      placeholder={t('caption')}
      defaultValue={value}
      maxLength={200}
      onBlur={event => {
        const words = event.target.value.trim()
        if (words !== value) onKeep(words)
      }}
      onPressEnter={event => event.currentTarget.blur()}
    />
  )
}
