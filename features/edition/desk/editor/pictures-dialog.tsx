import { useProblemText } from '@jianbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Modal, Upload } from 'antd'
import { useState } from 'react'
import type { Edition, PictureAnswer, PictureAttrs, SourcePhoto } from '../../contract/index.ts'
import { editionQuery } from '../edition.queries.ts'
import styles from './editor.module.css'
import { editorTexts } from './editor.texts.ts'
import { photosQuery, removePicture, sendPicture, takePhoto } from './picture.queries.ts'

type PicturesDialogProps = {
  readonly edition: Edition
  readonly itemId: string
  readonly onClose: () => void
  readonly onInsert: (picture: PictureAttrs) => void
}

/** Photos of the item's reports first, then those of the issue, then what is sent from here; one tap puts it in. */
export function PicturesDialog({ edition, itemId, onClose, onInsert }: PicturesDialogProps) {
  const t = editorTexts.useTexts()
  const text = useProblemText()
  const client = useQueryClient()
  const photos = useQuery(photosQuery(edition.id)).data?.photos ?? []
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const put = (pictures: Edition['pictures']) =>
    client.setQueryData(editionQuery(edition.id).queryKey, known => known && { ...known, pictures })
  const insert = async (work: () => Promise<PictureAnswer>, caption: string) => {
    setBusy(true)
    setProblem(null)
    try {
      const { picture, pictures } = await work()
      put(pictures)
      onInsert({ pictureId: picture.id, caption: caption.slice(0, 120), alt: '', widthPercent: 70 })
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const remove = async (id: string) => {
    setProblem(null)
    try {
      put((await removePicture(edition.id, id)).pictures)
    } catch (error) {
      setProblem(error)
    }
  }
  const own = photos.filter(photo => photo.itemId === itemId)
  const others = photos.filter(photo => photo.itemId !== itemId)
  const tile = (photo: SourcePhoto) => (
    <li key={photo.photoId}>
      <button
        type="button"
        disabled={busy}
        onClick={() => void insert(() => takePhoto(edition.id, photo), photo.caption)}
      >
        <img src={`${photo.url}?size=thumb`} alt={photo.caption || photo.title} />
        <span>{photo.caption || photo.unitName}</span>
      </button>
    </li>
  )
  return (
    <Modal
      open={true}
      title={t('pictures')}
      width={720}
      footer={null}
      onCancel={onClose}
      destroyOnHidden={true}
    >
      {problem ? <Alert type="error" title={text(problem)} /> : null}
      <Upload
        accept="image/jpeg,image/png,image/webp"
        showUploadList={false}
        disabled={busy}
        beforeUpload={file => {
          void insert(() => sendPicture(edition.id, file), '')
          return false
        }}
      >
        <Button loading={busy}>{t('pictureSend')}</Button>
      </Upload>
      <p className={styles['hint']}>{t('pictureHint')}</p>
      <Tiles title={t('picturesOfItem')} tiles={own.map(tile)} none={t('picturesNone')} />
      {others.length > 0 ? <Tiles title={t('picturesOfIssue')} tiles={others.map(tile)} none="" /> : null}
      {edition.pictures.length > 0 ? (
        <Tiles
          title={t('picturesKept')}
          none=""
          tiles={edition.pictures.map(({ id, width, height }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => onInsert({ pictureId: id, caption: '', alt: '', widthPercent: 70 })}
              >
                <img
                  src={`/api/editions/${edition.id}/pictures/${id}?size=thumb`}
                  alt={t('pictureSize', { width, height })}
                />
                <span>{t('pictureSize', { width, height })}</span>
              </button>
              <Button size="small" type="link" onClick={() => void remove(id)}>
                {t('pictureRemove')}
              </Button>
            </li>
          ))}
        />
      ) : null}
    </Modal>
  )
}

type TilesProps = {
  readonly title: string
  readonly tiles: readonly React.ReactNode[]
  readonly none: string
}

function Tiles({ title, tiles, none }: TilesProps) {
  return (
    <section>
      <h3 className={styles['tilesTitle']}>{title}</h3>
      {tiles.length > 0 ? (
        <ul className={styles['tiles']}>{tiles}</ul>
      ) : (
        <p className={styles['hint']}>{none}</p>
      )}
    </section>
  )
}
