import { PhotoField } from '@jianbao/report/desk/parts'
import type { Stop } from '../../contract/index.ts'
import styles from './stop.module.css'
import { stopTexts } from './stop.texts.ts'
import type { StopPhotos } from './stop-photos.ts'

type PlacePhotosProps = {
  readonly photos: StopPhotos
  readonly stop: Stop
  readonly place: string
  readonly writes: boolean
}

/** Photos of the stop or of one finding: taken, captioned and ordered by the team, looked at by others. */
export function PlacePhotos({ photos, stop, place, writes }: PlacePhotosProps) {
  const t = stopTexts.useTexts()
  if (writes) return <PhotoField queue={photos.at(place)} />
  const own = stop.photos.filter(({ findingId }) => (findingId ?? stop.id) === place)
  if (own.length === 0) return null
  return (
    <ul className={styles['photos']} aria-label={t('photosOfStop')}>
      {own.map(({ id, url, caption }) => (
        <li key={id}>
          <a href={url} target="_blank" rel="noreferrer">
            <img src={`${url}?size=thumb`} alt={caption || t('photosOfStop')} loading="lazy" />
          </a>
          {caption ? <span className={styles['faint']}>{caption}</span> : null}
        </li>
      ))}
    </ul>
  )
}
